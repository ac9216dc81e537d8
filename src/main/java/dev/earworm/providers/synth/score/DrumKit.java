package dev.earworm.providers.synth.score;

import java.util.Locale;

/** A set of drums with one character; the program numbers are those of the GS standard, which sound fonts follow. */
public enum DrumKit {
    ACOUSTIC(0),
    ELECTRONIC(25),
    CHIP(24),
    DUSTY(32),
    LATIN(0),
    ORCHESTRAL(48);

    private final int program;

    DrumKit(int program) {
        this.program = program;
    }

    public int program() {
        return program;
    }

    public static DrumKit titled(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT));
    }
}
