package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Genre.Ending;

/** How a piece of this genre comes to its end: whether the last bar broadens, and how long the last chord rings. */
record Closing(Ending ending) {
    /** Seconds of silence before the first beat. */
    static final double START = 0.04;

    static final double SHORTEST_RING = 1.1;
    private static final double LONGEST_RING = 4.5;
    private static final double LARGEST_RING_SHARE = 0.3;
    private static final double BROADENING = 1.3;

    /** How much longer a beat is at last. */
    double broadening(int bars) {
        return ending == Ending.SLOW && bars > 1 ? BROADENING : 1;
    }

    /** How many bars' time the slowing down of the last bar adds. */
    double slowing() {
        return ending == Ending.SLOW ? (BROADENING - 1) / 2 : 0;
    }

    /**
     * How long the last chord rings.
     *
     * @param seconds of all that it may take its time from
     */
    double ring(double barSeconds, double seconds) {
        double wanted = ending == Ending.HIT ? Math.min(2.4, barSeconds * 1.2) : barSeconds * 1.1;
        double longest = Math.min(LONGEST_RING, seconds * LARGEST_RING_SHARE);
        return Math.clamp(wanted, Math.min(SHORTEST_RING, longest), longest);
    }
}
