package dev.earworm;

import dev.earworm.Finding.Unwell;
import dev.earworm.Finding.Well;
import dev.earworm.providers.Redactor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every part of the installation at the same time, and says of each how it is. */
final class Doctor {
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    private final Duration patience;
    private final Redactor redactor;

    /**
     * @param patience for all parts together
     * @param secrets what is never said, though a vendor may echo it
     */
    Doctor(Duration patience, List<String> secrets) {
        this.patience = patience;
        this.redactor = new Redactor(secrets.toArray(String[]::new));
    }

    /** A part with what was found. */
    record Diagnosis(String name, Finding finding) {
        boolean isWell() {
            return finding instanceof Well;
        }

        /** As {@code "ok    ffmpeg: version 8.0.1"}. */
        String line() {
            return (isWell() ? "ok    " : "FAIL  ") + name + ": " + finding.sentence();
        }
    }

    /** One diagnosis for each part, in the order of the parts. */
    List<Diagnosis> examine(List<Examination> parts) throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Finding>> findings = threads.invokeAll(
                    parts.stream().map(Examination::work).toList(), patience.toNanos(), TimeUnit.NANOSECONDS);
            return IntStream.range(0, parts.size())
                    .mapToObj(i -> diagnosis(parts.get(i).name(), findings.get(i)))
                    .toList();
        } finally {
            // Not close(): that would wait for one that does not heed the interrupt.
            threads.shutdownNow();
        }
    }

    private Diagnosis diagnosis(String name, Future<Finding> finding) {
        return new Diagnosis(
                name,
                switch (finding.state()) {
                    case SUCCESS -> clean(finding.resultNow());
                    case FAILED -> fault(name, finding.exceptionNow());
                    case CANCELLED, RUNNING ->
                        new Unwell("there was no answer within " + patience.toSeconds() + " seconds");
                });
    }

    private Finding clean(Finding finding) {
        return switch (finding) {
            case Well(String sentence) -> new Well(redactor.clean(sentence));
            case Unwell(String sentence) -> new Unwell(redactor.clean(sentence));
        };
    }

    private static Finding fault(String name, Throwable fault) {
        LOG.error("Looking at {} failed in a way nobody foresaw", name, fault);
        return new Unwell("it could not be looked at because of a fault of Earworm's own; the log above says where");
    }
}
