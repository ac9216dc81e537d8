package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Harmony.Span;
import dev.earworm.providers.synth.score.Note;
import java.util.ArrayList;
import java.util.List;

/** Holds the chords as a carpet; notes that two chords share are tied over. */
final class Pad {
    private static final int VELOCITY = 70;

    /** Chords flow into each other. */
    private static final double OVERLAP = 0.25;

    private final Sketch sketch;
    private final VoiceLeader leader;

    Pad(Sketch sketch, VoiceLeader leader) {
        this.sketch = sketch;
        this.leader = leader;
    }

    /** All that it plays, from section to section. */
    List<Note> notes(List<Section> sections) {
        List<Note> notes = new ArrayList<>();
        sections.forEach(section -> addSection(notes, section));
        return notes;
    }

    /** The same notes and the last chord. */
    List<Note> withLastChord(List<Note> before) {
        List<Note> notes = new ArrayList<>(before);
        double end = sketch.form().end();
        int velocity = sketch.velocity(VELOCITY, sketch.form().sections().getLast());
        for (int pitch : leader.next(sketch.chordAt(end))) {
            hold(notes, pitch, end, sketch.lastBeats(), velocity);
        }
        return notes;
    }

    private void addSection(List<Note> notes, Section section) {
        double start = sketch.form().beatOf(section.firstBar());
        double end = sketch.form().beatOf(section.endBar());
        int velocity = sketch.velocity(VELOCITY, section);
        for (Span span : sketch.harmony().between(start, end)) {
            for (int pitch : leader.next(span.chord())) {
                hold(notes, pitch, span.start(), Math.min(span.end(), end) - span.start(), velocity);
            }
        }
    }

    private static void hold(List<Note> notes, int pitch, double start, double beats, int velocity) {
        for (int i = 0; i < notes.size(); i++) {
            Note before = notes.get(i);
            if (before.pitch() == pitch && Math.abs(before.end() - OVERLAP - start) < 1e-6) {
                notes.set(i, before.lasting(before.length() + beats));
                return;
            }
        }
        notes.add(new Note(start, beats + OVERLAP, pitch, velocity));
    }
}
