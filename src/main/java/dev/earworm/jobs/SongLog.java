package dev.earworm.jobs;

import dev.earworm.music.CompositionPlan;
import dev.earworm.music.JobId;
import dev.earworm.music.PlanSection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.MDC;

/**
 * What the log says of a song while this thread works on it: on each line its job, guild, provider and attempt, and on none
 * what it is about. A vendor that refuses a prompt may repeat it, and so may whatever breaks on it; the log blanks {@link
 * #words()}.
 */
public final class SongLog {
    private static final String JOB = "job";

    /** Shorter ones are in half of all lines, and tell little. */
    private static final int SHORTEST_WORDS = 8;

    private static final ScopedValue<List<String>> WORDS = ScopedValue.newInstance();

    private SongLog() {}

    /** Does the work of that song. */
    public static <T, X extends Throwable> T during(Job job, ScopedValue.CallableOp<T, X> work) throws X {
        Map<String, String> before =
                Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of());
        try {
            MDC.put(JOB, job.id().value());
            MDC.put("guild", job.account().guild().toString());
            MDC.put("provider", job.provider());
            MDC.put(
                    "attempt",
                    String.valueOf(
                            1 + job.attempts().postponed() + job.attempts().lost()));
            return ScopedValue.where(WORDS, words(job)).call(work);
        } finally {
            MDC.setContextMap(before);
        }
    }

    /** The same for work that leaves by no checked exception. */
    public static void run(Job job, Runnable work) {
        during(job, () -> {
            work.run();
            return job;
        });
    }

    /** From now on, as long as this thread lives and no more is known of the song. */
    static void mark(JobId id) {
        MDC.put(JOB, id.value());
    }

    /** What members wrote of the song that this thread works on. */
    public static List<String> words() {
        return WORDS.orElse(List.of());
    }

    private static List<String> words(Job job) {
        Stream<String> texts = Stream.of(
                        Stream.of(job.request().prompt()),
                        job.request().lyrics().stream(),
                        job.details().title().stream(),
                        job.request().plan().stream().flatMap(SongLog::words))
                .flatMap(text -> text);
        return texts.flatMap(text -> Stream.concat(Stream.of(text), text.lines()))
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST_WORDS)
                .distinct()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toList();
    }

    private static Stream<String> words(CompositionPlan plan) {
        return plan.sections().stream().flatMap(SongLog::words);
    }

    private static Stream<String> words(PlanSection section) {
        return section.lines().stream();
    }
}
