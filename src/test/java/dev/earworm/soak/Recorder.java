package dev.earworm.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Takes the samples, and writes each to {@code samples.csv} at once. */
final class Recorder {
    /** A full collection is no part of everyday life: seldom enough not to keep the heap small by itself. */
    private static final int SAMPLES_BETWEEN_COLLECTIONS = 5;

    private static final double MEGABYTE = 1 << 20;

    private final Path csv;
    private final Path data;
    private final Books books;
    private final Crowd crowd;
    private final Instant start = Instant.now();
    private final List<Sample> samples = new CopyOnWriteArrayList<>();

    Recorder(Path reports, Path data, Books books, Crowd crowd) throws IOException {
        this.csv = reports.resolve("samples.csv");
        this.data = data;
        this.books = books;
        this.crowd = crowd;
        Files.writeString(csv, Sample.HEADER + ",ordered,not_answered\n");
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    Duration elapsed() {
        return Duration.between(start, Instant.now());
    }

    void take(Life life) throws IOException, InterruptedException, SQLException {
        Heap heap = life.heap();
        double resident = life.resident();
        boolean isTimeToCollect = samples.size() % SAMPLES_BETWEEN_COLLECTIONS == 0;
        Sample sample = new Sample(
                elapsed(),
                life.number(),
                life.age(),
                resident,
                heap.used(),
                heap.committed(),
                isTimeToCollect ? life.liveHeap() : OptionalDouble.empty(),
                life.threads(),
                life.openFiles(),
                megabytes(books.file()) + megabytes(log()),
                megabytes(log()),
                folder(),
                life.bot().processorTime().toMillis() / 1000.0,
                books.songs());
        samples.add(sample);
        Files.writeString(
                csv, "%s,%d,%d\n".formatted(sample.line(), crowd.orders(), crowd.unheard()), StandardOpenOption.APPEND);
    }

    private Path log() {
        return books.file().resolveSibling(books.file().getFileName() + "-wal");
    }

    private double folder() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.mapToDouble(Recorder::megabytes).sum();
        }
    }

    /** By another way than Files.size, which fails on what was removed meanwhile. */
    private static double megabytes(Path file) {
        return file.toFile().isFile() ? file.toFile().length() / MEGABYTE : 0;
    }
}
