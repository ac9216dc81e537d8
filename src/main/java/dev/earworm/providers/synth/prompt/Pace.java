package dev.earworm.providers.synth.prompt;

/** A speed in words; it moves the genre's own tempo instead of replacing it. */
public enum Pace {
    VERY_SLOW(0.68),
    SLOW(0.82),
    MEDIUM(1),
    FAST(1.18),
    VERY_FAST(1.38);

    private final double factor;

    Pace(double factor) {
        this.factor = factor;
    }

    /** What the genre's tempo is multiplied with. */
    public double factor() {
        return factor;
    }
}
