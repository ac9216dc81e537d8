package dev.earworm.soak;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a JVM with the serial collector says of its heap, in megabytes.
 *
 * @param used by objects, garbage included
 * @param tenured used by those of them that have been there for a while: right after a full collection, by all that are left
 * @param committed taken from the system
 */
record Heap(double used, double tenured, double committed) {
    private static final Pattern GENERATION =
            Pattern.compile("(?m)^(DefNew|Tenured) .* used (\\d+)K \\[0x(\\p{XDigit}+), 0x(\\p{XDigit}+),");
    private static final double KILOBYTES = 1 << 10;
    private static final double BYTES = 1 << 20;

    /** @param text as jcmd's {@code GC.heap_info} prints it */
    static Heap of(String text) {
        List<MatchResult> generations = GENERATION.matcher(text).results().toList();
        return new Heap(
                generations.stream().mapToDouble(Heap::used).sum(),
                generations.stream()
                        .filter(generation -> generation.group(1).equals("Tenured"))
                        .mapToDouble(Heap::used)
                        .sum(),
                generations.stream().mapToDouble(Heap::committed).sum());
    }

    private static double used(MatchResult generation) {
        return Long.parseLong(generation.group(2)) / KILOBYTES;
    }

    private static double committed(MatchResult generation) {
        return (Long.parseLong(generation.group(4), 16) - Long.parseLong(generation.group(3), 16)) / BYTES;
    }
}
