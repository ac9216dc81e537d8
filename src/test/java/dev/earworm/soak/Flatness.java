package dev.earworm.soak;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether what the program holds grows with its age, and its database with anything but the songs in it. */
final class Flatness {
    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private Flatness() {}

    static List<Trend> of(List<Sample> samples, Duration longLife) {
        return samples.stream()
                .collect(Collectors.groupingBy(Sample::life, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(life -> life.getLast().age().compareTo(longLife) >= 0)
                .flatMap(life -> Trend.all(life).stream())
                .toList();
    }

    /** What a song that ended adds to the database file, its log left out, between two moments. */
    static double bytesPerSong(Sample from, Sample to) {
        double bytes = (to.database() - to.log() - from.database() + from.log()) * BYTES_PER_MEGABYTE;
        return bytes / Math.max(1, to.songs().ended() - from.songs().ended());
    }
}
