package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Meter;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar's worth of tune, free of key and chord: a rhythm, and how many steps of the scale each note moves from the one
 * before. It returns at other heights and over other chords and is still known again.
 */
record Motif(List<Tone> tones) {
    /** @param move steps of the scale from the tone before; for the first, from where the bar wants to begin */
    record Tone(int start, int steps, int move) {}

    Motif {
        tones = List.copyOf(tones);
    }

    static Motif invent(Meter meter, TuneStyle style, Chance chance) {
        List<Tone> tones = new ArrayList<>();
        int drift = 0;
        int last = 0;
        for (Rhythms.Value value : Rhythms.bar(meter, style, chance)) {
            if (!value.rests()) {
                int move = tones.isEmpty() ? 0 : move(last, drift, style, chance);
                tones.add(new Tone(value.start(), value.steps(), move));
                drift += move;
                last = move;
            }
        }
        return new Motif(tones);
    }

    /** Mostly by step; a leap is answered by a step back, and what has wandered off is drawn home. */
    private static int move(int last, int drift, TuneStyle style, Chance chance) {
        if (Math.abs(last) >= 3) {
            return last > 0 ? -1 : 1;
        }
        int home = drift > 0 ? -1 : 1;
        int direction = chance.hits(0.5 + Math.min(0.35, Math.abs(drift) * 0.1)) ? home : -home;
        if (chance.hits(style.leaps() * 0.5)) {
            return direction * (3 + chance.below(2));
        }
        if (chance.hits(style.leaps())) {
            return direction * 2;
        }
        return chance.hits(0.14) ? 0 : direction;
    }
}
