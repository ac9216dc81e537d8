package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.theory.Chord;

/** What every player has on the stand: the brief, the form and the chords. */
record Sketch(Brief brief, Form form, Harmony harmony) {
    private static final double STEPS_PER_BEAT = 4;
    private static final double INTENSITY_RANGE = 30;

    /** The beat of a step (a sixteenth) within a bar. */
    double beatOf(int bar, int step) {
        return form.beatOf(bar) + step / STEPS_PER_BEAT;
    }

    double beats(int steps) {
        return steps / STEPS_PER_BEAT;
    }

    Chord chordAt(double beat) {
        return harmony.at(beat);
    }

    /** A velocity for a section, around the given one. */
    int velocity(int usual, Section section) {
        long velocity = Math.round(usual + INTENSITY_RANGE * (section.intensity() - 0.6));
        return Math.clamp(velocity, 20, 120);
    }

    /** How many beats the last chord has. */
    double lastBeats() {
        return form.silence(brief.seconds()) - form.end();
    }
}
