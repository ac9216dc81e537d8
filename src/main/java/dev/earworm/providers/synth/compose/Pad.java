package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Harmony.Span;
import dev.earworm.providers.synth.score.Note;
import java.util.ArrayList;
import java.util.List;

/** Holds the chords as a carpet; notes that two chords share are tied over. */
final class Pad {
    private static final int VELOCITY = 70;

    private final Sketch sketch;
    private final VoiceLeader leader;

    Pad(Sketch sketch, VoiceLeader leader) {
        this.sketch = sketch;
        this.leader = leader;
    }

    List<Note> section(Section section) {
        List<Note> notes = new ArrayList<>();
        double start = sketch.form().beatOf(section.firstBar());
        double end = sketch.form().beatOf(section.endBar());
        int velocity = sketch.velocity(VELOCITY, section);
        for (Span span : sketch.harmony().between(start, end)) {
            for (int pitch : leader.next(span.chord())) {
                hold(notes, pitch, span.start(), Math.min(span.end(), end) - span.start(), velocity);
            }
        }
        return notes;
    }

    List<Note> lastChord(Section section) {
        List<Note> notes = new ArrayList<>();
        double start = sketch.form().end();
        for (int pitch : leader.next(sketch.chordAt(start))) {
            hold(notes, pitch, start, sketch.lastBeats(), sketch.velocity(VELOCITY, section));
        }
        return notes;
    }

    private static void hold(List<Note> notes, int pitch, double start, double beats, int velocity) {
        for (int i = 0; i < notes.size(); i++) {
            Note before = notes.get(i);
            if (before.pitch() == pitch && Math.abs(before.end() - start) < 1e-6) {
                notes.set(i, before.lasting(before.length() + beats));
                return;
            }
        }
        notes.add(new Note(start, beats, pitch, velocity));
    }
}
