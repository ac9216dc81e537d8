package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Key;
import java.util.ArrayList;
import java.util.List;

/** Varies a tune that comes back: some long notes get a neighbour, nothing else changes. */
final class Ornaments {
    private static final double LONG_ENOUGH = 0.9;
    private static final double PROBABILITY = 0.28;
    private static final double HIGHEST_PITCH = 100;

    private final Sketch sketch;
    private final Key key;

    Ornaments(Sketch sketch, Key key) {
        this.sketch = sketch;
        this.key = key;
    }

    List<Note> adorn(List<Note> notes, Section section) {
        Chance chance = sketch.brief().chance().fork("ornaments " + section.theme() + section.occurrence());
        List<Note> adorned = new ArrayList<>();
        for (Note note : notes) {
            boolean fits = note.length() >= LONG_ENOUGH && note.length() < 2.5 && note.pitch() < HIGHEST_PITCH;
            if (fits && chance.hits(PROBABILITY)) {
                addTurn(adorned, note, chance);
            } else {
                adorned.add(note);
            }
        }
        return adorned;
    }

    /** The note, its neighbour, the note again. */
    private void addTurn(List<Note> notes, Note note, Chance chance) {
        int neighbour = neighbour(note.pitch(), chance.hits(0.65) ? 1 : -1);
        double quick = 0.25;
        double first = note.length() >= 1.5 ? 1 : 0.5;
        notes.add(note.lasting(first * 0.95));
        notes.add(new Note(note.start() + first, quick * 0.95, neighbour, Math.max(1, note.velocity() - 14)));
        double rest = note.length() - first - quick;
        if (rest > 0.1) {
            notes.add(new Note(note.start() + first + quick, rest, note.pitch(), Math.max(1, note.velocity() - 8)));
        }
    }

    private int neighbour(int pitch, int direction) {
        int other = pitch + direction;
        while (!key.hasInMelody(other)) {
            other += direction;
        }
        return other;
    }
}
