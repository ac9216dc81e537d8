package dev.earworm.providers.synth.theory;

import java.util.Locale;

/** A quiet sound of the world that lies behind the music. */
public enum Texture {
    RAIN(0),
    OCEAN(1),
    WIND(2),
    STREAM(3),
    BIRDS(4),
    NIGHT(5),
    FIRE(6),
    VINYL(7),
    SPACE(8);

    private final int program;

    Texture(int program) {
        this.program = program;
    }

    /** Its place in the bank of textures, which is our own. */
    public int program() {
        return program;
    }

    /**
     * The texture of this title, as the data files write it.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Texture titled(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT));
    }
}
