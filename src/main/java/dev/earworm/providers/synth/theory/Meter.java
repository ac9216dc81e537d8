package dev.earworm.providers.synth.theory;

import java.util.List;
import java.util.Optional;

/** How a bar is counted. A step is a sixteenth note, the grid of all patterns. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are made by List.of.
public enum Meter {
    FOUR_FOUR("4/4", List.of(8, 8), 4),
    THREE_FOUR("3/4", List.of(12), 4),
    SIX_EIGHT("6/8", List.of(12), 6),
    FIVE_FOUR("5/4", List.of(12, 8), 4),
    SEVEN_EIGHT("7/8", List.of(8, 6), 2);

    private static final double STEPS_PER_BEAT = 4;

    private final String title;
    private final List<Integer> groups;
    private final int pulse;

    Meter(String title, List<Integer> groups, int pulse) {
        this.title = title;
        this.groups = groups;
        this.pulse = pulse;
    }

    public String title() {
        return title;
    }

    /** The bar's larger units, in steps; rhythms are made group by group. */
    public List<Integer> groups() {
        return groups;
    }

    /** Steps in a bar. */
    public int steps() {
        return groups.stream().mapToInt(Integer::intValue).sum();
    }

    /** Quarter notes in a bar. */
    public double beats() {
        return steps() / STEPS_PER_BEAT;
    }

    /** Whether a note that starts at this step of the bar is felt as a beat. */
    public boolean isBeat(int step) {
        return step % pulse == 0;
    }

    /** Whether a note that starts at this step is felt as heavy: the bar's first, and each group's. */
    public boolean isStrong(int step) {
        if (this == SIX_EIGHT) {
            return step % 6 == 0;
        }
        int start = 0;
        for (int group : groups) {
            if (step == start) {
                return true;
            }
            start += group;
        }
        return false;
    }

    /** Whether bars go round in threes, as in a waltz. */
    public boolean isTriple() {
        return this == THREE_FOUR || this == SIX_EIGHT;
    }

    public static Optional<Meter> titled(String title) {
        for (Meter meter : values()) {
            if (meter.title.equals(title)) {
                return Optional.of(meter);
            }
        }
        return Optional.empty();
    }
}
