package dev.earworm.providers.synth.score;

import java.util.Locale;

/** A drum or other percussion instrument, with its General MIDI key. */
public enum Drum {
    KICK(36),
    RIM(37),
    SNARE(38),
    CLAP(39),
    BRUSH(40),
    LOW_TOM(41),
    HAT(42),
    MID_TOM(45),
    OPEN(46),
    CRASH(49),
    HIGH_TOM(50),
    RIDE(51),
    TAMBOURINE(54),
    COWBELL(56),
    BONGO(60),
    CONGA_HIGH(63),
    CONGA_LOW(64),
    CAJON(66),
    BELL(67),
    SHAKER(70),
    CLAVE(75),
    TRIANGLE(81);

    private final int key;

    Drum(int key) {
        this.key = key;
    }

    public int key() {
        return key;
    }

    /** As the data files write it. */
    public static Drum titled(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
