package dev.earworm.providers.synth.score;

import java.util.Comparator;
import java.util.List;

/** What one player plays, in the order of time. */
public record Part(Role role, Player player, Mix mix, List<Note> notes, List<Swell> swells) {
    private static final Comparator<Note> ORDER = Comparator.comparingDouble(Note::start)
            .thenComparingInt(Note::pitch)
            .thenComparingDouble(Note::length);

    public Part {
        notes = notes.stream().sorted(ORDER).toList();
        swells = List.copyOf(swells);
    }

    public Part withNotes(List<Note> others) {
        return new Part(role, player, mix, others, swells);
    }
}
