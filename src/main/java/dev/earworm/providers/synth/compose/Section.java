package dev.earworm.providers.synth.compose;

/**
 * A stretch of the piece that has one character.
 *
 * @param theme sections of the same theme share chords and melody
 * @param occurrence how many sections with this theme came before
 * @param firstBar counted from 0
 * @param intensity 0 to 1: how much is going on
 */
record Section(
        Kind kind,
        Theme theme,
        int occurrence,
        int firstBar,
        int bars,
        double intensity,
        Dynamics dynamics,
        Lineup lineup) {
    enum Kind {
        INTRO,
        VERSE,
        CHORUS,
        BRIDGE,
        OUTRO
    }

    enum Theme {
        A,
        B,
        C
    }

    /** How loudness goes within it. */
    enum Dynamics {
        STEADY,
        FADING
    }

    int endBar() {
        return firstBar + bars;
    }

    /** Whether somebody has the tune here. */
    boolean hasTune() {
        return kind != Kind.INTRO && kind != Kind.OUTRO;
    }
}
