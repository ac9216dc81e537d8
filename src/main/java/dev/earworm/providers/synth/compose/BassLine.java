package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.StepPattern.Step;
import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Chord;
import dev.earworm.providers.synth.theory.Instrument;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays the bass in a pattern.
 *
 * <p>Signs: {@code 1 3 5 6 7} members of the chord above its root, {@code 8} the octave, {@code a} a step that leads
 * into the next chord, {@code g} a ghost note; a pattern of nothing but {@code w} walks in quarters.
 */
final class BassLine {
    private static final int VELOCITY = 88;
    private static final int GHOST_VELOCITY = 46;
    private static final int STEPS_PER_QUARTER = 4;
    private static final int OCTAVE = 12;

    /** The deepest notes of a bass are left out; small loudspeakers cannot play them. */
    private static final int OPEN_STRINGS = 4;

    private static final int DEEP = 36;
    private static final double ARTICULATION = 0.92;

    private final Sketch sketch;
    private final StepPattern pattern;
    private final int lowest;
    private final Chance chance;
    private int before;

    BassLine(Sketch sketch, Instrument instrument, StepPattern pattern) {
        this.sketch = sketch;
        this.pattern = pattern;
        this.lowest = instrument.family() == Instrument.Family.BASS ? instrument.low() + OPEN_STRINGS : DEEP;
        this.chance = sketch.brief().chance().fork("bass");
        this.before = lowest + 5;
    }

    List<Note> section(Section section) {
        List<Note> notes = new ArrayList<>();
        for (int bar = 0; bar < section.bars(); bar++) {
            if (pattern.signs().chars().allMatch(sign -> sign == 'w')) {
                walk(notes, section, section.firstBar() + bar);
            } else {
                playBar(notes, section, bar);
            }
        }
        return notes;
    }

    List<Note> lastChord(Section section) {
        double start = sketch.form().end();
        int pitch = root(sketch.chordAt(start));
        return List.of(new Note(start, sketch.lastBeats(), pitch, sketch.velocity(VELOCITY, section)));
    }

    private void playBar(List<Note> notes, Section section, int bar) {
        for (Step step : pattern.bar(bar, sketch.form().meter())) {
            double start = sketch.beatOf(section.firstBar() + bar, step.start());
            Harmony.Span span = sketch.harmony().spanAt(start);
            double end = start + sketch.beats(step.length());
            int velocity = step.sign() == 'g' ? GHOST_VELOCITY : sketch.velocity(VELOCITY, section);
            int pitch = pitch(step.sign(), span);
            notes.add(new Note(start, (Math.min(end, span.end()) - start) * ARTICULATION, pitch, velocity));
            before = pitch;
            if (end > span.end() + 1e-6) {
                int moved = root(sketch.chordAt(span.end()));
                notes.add(new Note(span.end(), (end - span.end()) * ARTICULATION, moved, velocity));
                before = moved;
            }
        }
    }

    private int pitch(char sign, Harmony.Span span) {
        Chord chord = span.chord();
        int root = root(chord);
        return switch (sign) {
            case '3' -> root + chord.third();
            case '5' -> nearLow(root + chord.fifth());
            case '6' -> root + 9;
            case '7' -> root + chord.seventh();
            case '8' -> root + OCTAVE;
            case 'a' -> approach(root(sketch.chordAt(span.end())));
            default -> root;
        };
    }

    /** Quarters that begin on the root, touch chord and scale, and end a step from where the next bar begins. */
    private void walk(List<Note> notes, Section section, int bar) {
        int quarters = sketch.form().meter().steps() / STEPS_PER_QUARTER;
        int velocity = sketch.velocity(VELOCITY, section);
        for (int quarter = 0; quarter < quarters; quarter++) {
            double start = sketch.beatOf(bar, quarter * STEPS_PER_QUARTER);
            Harmony.Span span = sketch.harmony().spanAt(start);
            boolean first = start - span.start() < 0.5;
            boolean last = span.end() - start <= 1 + 1e-6;
            int pitch = first
                    ? root(span.chord())
                    : last ? approach(root(sketch.chordAt(span.end()))) : passing(span.chord());
            notes.add(new Note(start, ARTICULATION, pitch, velocity + (quarter % 2 == 1 ? 6 : 0)));
            before = pitch;
        }
    }

    private int passing(Chord chord) {
        int root = root(chord);
        List<Integer> choices = new ArrayList<>();
        for (int pitch : sketch.brief().key().melodyPitches(lowest, lowest + 19)) {
            if (Math.abs(pitch - before) <= 5 && pitch != before) {
                choices.add(pitch);
            }
        }
        choices.add(root + chord.third());
        choices.add(nearLow(root + chord.fifth()));
        return chance.pick(choices);
    }

    private int approach(int target) {
        int above = sketch.brief().key().hasInHarmony(target + 2) ? 2 : 1;
        int below = sketch.brief().key().hasInHarmony(target - 1) ? 1 : 2;
        boolean fromBelow = target - below >= lowest && (before <= target || chance.hits(0.35));
        return fromBelow ? target - below : target + above;
    }

    private int root(Chord chord) {
        return lowest + Math.floorMod(chord.bass() - lowest, OCTAVE);
    }

    /** The fifth lies below the root where there is room, which makes oom-pah. */
    private int nearLow(int pitch) {
        return pitch - OCTAVE >= lowest ? pitch - OCTAVE : pitch;
    }
}
