package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Harmony.Span;
import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Instrument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A second voice below the tune: it holds the telling note of each chord, moves little, and answers with a short run
 * where the tune pauses.
 */
final class Counterpoint {
    private static final int VELOCITY = 78;
    private static final double PAUSE = 1.4;
    private static final double EIGHTH = 0.5;

    private final Sketch sketch;
    private final Instrument instrument;
    private final Chance chance;
    private final int centre;
    private int before;

    Counterpoint(Sketch sketch, Instrument instrument) {
        this.sketch = sketch;
        this.instrument = instrument;
        this.chance = sketch.brief().chance().fork("counterpoint");
        this.centre = Math.clamp(62, instrument.low() + 3, instrument.high() - 7);
        this.before = centre;
    }

    List<Note> section(Section section, List<Note> tune) {
        List<Note> notes = new ArrayList<>();
        double start = sketch.form().beatOf(section.firstBar());
        double end = sketch.form().beatOf(section.endBar());
        int velocity = sketch.velocity(VELOCITY, section);
        for (Span span : sketch.harmony().between(start, end)) {
            double until = Math.min(span.end(), end);
            before = guide(span);
            double pause = pauseIn(tune, span.start(), until);
            if (pause >= 0 && until - pause >= PAUSE) {
                notes.add(new Note(span.start(), Math.max(EIGHTH, pause - span.start()) * 0.95, before, velocity));
                answer(notes, Math.max(pause, span.start() + EIGHTH), until, velocity + 8);
            } else {
                notes.add(new Note(span.start(), (until - span.start()) * 0.96, before, velocity));
            }
        }
        return notes;
    }

    List<Note> lastChord(Section section) {
        double end = sketch.form().end();
        int pitch = guide(sketch.harmony().spanAt(end));
        return List.of(new Note(end, sketch.lastBeats() * 0.9, pitch, sketch.velocity(VELOCITY, section)));
    }

    /** The third, the seventh, or any other member: the nearest to where the voice is. */
    private int guide(Span span) {
        List<Integer> members = new ArrayList<>();
        for (int pitch = Math.max(instrument.low(), centre - 8); pitch <= centre + 8; pitch++) {
            if (span.chord().contains(pitch)) {
                members.add(pitch);
            }
        }
        return members.stream()
                .min(Comparator.comparingDouble(pitch -> distance(span, pitch)))
                .orElse(before);
    }

    private double distance(Span span, int pitch) {
        int above = Math.floorMod(pitch - span.chord().root(), 12);
        boolean telling = above == span.chord().third() || above == span.chord().seventh();
        return Math.abs(pitch - before) + (telling ? 0 : 2.5) + 0.2 * Math.abs(pitch - centre);
    }

    /** Where the tune falls silent within the span for good, or −1. */
    private static double pauseIn(List<Note> tune, double start, double end) {
        double last = start;
        boolean any = false;
        for (Note note : tune) {
            if (note.start() < end && note.end() > start) {
                last = Math.max(last, note.end());
                any = true;
            }
        }
        return any && last < end - PAUSE ? Math.ceil(last * 2) / 2 : -1;
    }

    private void answer(List<Note> notes, double from, double until, int velocity) {
        List<Integer> scale = sketch.brief().key().melodyPitches(instrument.low(), instrument.high());
        int direction = before > centre ? -1 : 1;
        int pitch = before;
        for (double beat = from; beat < until - 0.1; beat += EIGHTH) {
            pitch = step(scale, pitch, direction);
            notes.add(new Note(beat, EIGHTH * 0.9, pitch, velocity));
            if (chance.hits(0.2)) {
                return;
            }
        }
    }

    private static int step(List<Integer> scale, int pitch, int direction) {
        List<Integer> further = scale.stream()
                .filter(other -> Integer.signum(other - pitch) == direction)
                .toList();
        if (further.isEmpty()) {
            return pitch;
        }
        return direction > 0 ? further.getFirst() : further.getLast();
    }
}
