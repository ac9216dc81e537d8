package dev.earworm.providers.synth.theory;

import java.util.Locale;

/** A quiet sound of the world that lies behind the music. */
public enum Texture {
    RAIN,
    OCEAN,
    WIND,
    STREAM,
    BIRDS,
    NIGHT,
    FIRE,
    VINYL,
    SPACE;

    /** @throws IllegalArgumentException when there is none of that name */
    public static Texture titled(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT));
    }
}
