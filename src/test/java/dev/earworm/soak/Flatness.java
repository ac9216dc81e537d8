package dev.earworm.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether what the program holds grows with its age, and its database with anything but the songs in it. */
final class Flatness {
    /** Of the median of the first third; or, where that is little, so much in the figure's own unit. */
    private static final double SHARE = 0.10;

    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private Flatness() {}

    static List<Trend> of(List<Sample> samples, Duration longLife) {
        return samples.stream()
                .collect(Collectors.groupingBy(Sample::life, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(life -> life.getLast().age().compareTo(longLife) >= 0)
                .flatMap(life -> of(life).stream())
                .toList();
    }

    private static List<Trend> of(List<Sample> life) {
        List<Trend> trends = new ArrayList<>();
        Trend.of("resident memory, MB", life, always(Sample::resident), SHARE, 16)
                .ifPresent(trends::add);
        Trend.of("heap after collection, MB", life, Flatness::live, SHARE, 4).ifPresent(trends::add);
        Trend.of("threads", life, always(Sample::threads), SHARE, 4).ifPresent(trends::add);
        Trend.of("open files", life, always(Sample::files), SHARE, 8).ifPresent(trends::add);
        Trend.of(
                        "executions in the database",
                        life,
                        always(sample -> (double)
                                (sample.songs().executions() - sample.songs().inFlight())),
                        SHARE,
                        5)
                .ifPresent(trends::add);
        Trend.of("write-ahead log, MB", life, always(Sample::log), SHARE, 1).ifPresent(trends::add);
        Trend.of(
                        "data folder without database, MB",
                        life,
                        always(sample -> sample.folder() - sample.database()),
                        SHARE,
                        4)
                .ifPresent(trends::add);
        return trends;
    }

    /** What a song that ended adds to the database file, its log left out, between two moments. */
    static double bytesPerSong(Sample from, Sample to) {
        double bytes = (to.database() - to.log() - from.database() + from.log()) * BYTES_PER_MEGABYTE;
        return bytes / Math.max(1, to.songs().ended() - from.songs().ended());
    }

    private static Function<Sample, Optional<Double>> always(Function<Sample, Double> figure) {
        return sample -> Optional.of(figure.apply(sample));
    }

    private static Optional<Double> live(Sample sample) {
        return sample.live().isPresent() ? Optional.of(sample.live().getAsDouble()) : Optional.empty();
    }
}
