package dev.earworm.jobs;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The stems of a song, ready to be posted together.
 *
 * @param title of the song: one line of the member's or the provider's words, not escaped
 * @param length of the song, as measured
 * @param stems not empty
 */
public record FinishedStems(String title, Duration length, List<Stem> stems) implements Finished {
    /**
     * One of them.
     *
     * @param name such as vocals
     * @param file fits the destination's limit
     * @param size in bytes
     */
    public record Stem(String name, NamedFile file, long size) {}

    public FinishedStems {
        stems = List.copyOf(stems);
    }

    @Override
    public List<NamedFile> files() {
        return stems.stream().map(Stem::file).toList();
    }

    @Override
    public long size() {
        return stems.stream().map(Stem::size).max(Comparator.naturalOrder()).orElse(0L);
    }

    @Override
    public long total() {
        return stems.stream().mapToLong(Stem::size).sum();
    }
}
