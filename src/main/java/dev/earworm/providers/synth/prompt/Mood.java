package dev.earworm.providers.synth.prompt;

/**
 * A feeling that words ask for, with what it does to the music.
 *
 * <p>Each effect goes from −1 to 1 and is added to what the genre does by itself.
 */
public enum Mood {
    SAD(-1, -0.4, -0.3, 0.2),
    HAPPY(1, 0.4, 0.3, -0.1),
    DARK(-1, 0.0, -0.7, 0.3),
    CALM(0.2, -0.7, -0.1, 0.2),
    EPIC(-0.3, 0.7, 0.1, 0.5),
    TENSE(-0.8, 0.5, -0.2, 0.1),
    ROMANTIC(0.4, -0.3, 0.0, 0.2),
    DREAMY(0.3, -0.4, 0.2, 0.6),
    MYSTERIOUS(-0.7, -0.3, -0.3, 0.5),
    PLAYFUL(0.9, 0.4, 0.5, -0.2),
    NOSTALGIC(0.0, -0.3, -0.1, 0.2),
    ENERGETIC(0.0, 1.0, 0.2, -0.2);

    private final double valence;
    private final double energy;
    private final double brightness;
    private final double space;

    Mood(double valence, double energy, double brightness, double space) {
        this.valence = valence;
        this.energy = energy;
        this.brightness = brightness;
        this.space = space;
    }

    /** Positive feelings like major keys, negative ones minor keys. */
    public double valence() {
        return valence;
    }

    /** How much faster, fuller and louder. */
    public double energy() {
        return energy;
    }

    /** How much higher the melody lies. */
    public double brightness() {
        return brightness;
    }

    /** How much more reverberation. */
    public double space() {
        return space;
    }
}
