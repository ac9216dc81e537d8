package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.score.Part;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.score.Timeline;
import dev.earworm.providers.synth.theory.Chance;
import java.util.ArrayList;
import java.util.List;

/** Plays a written part as people do: with the genre's swing, a little early or late, never twice equally loud. */
final class Performance {
    private static final double LARGEST_DELAY_SECONDS = 0.012;
    private static final double LARGEST_VELOCITY_CHANGE = 9;
    private static final double STEADIEST_DRUMMING = 0.4;

    private final Brief brief;
    private final Timeline timeline;
    private final double freedom;

    Performance(Brief brief, Form form) {
        this.brief = brief;
        this.timeline = form.timeline();
        this.freedom = brief.genre().number("human");
    }

    Part play(Part part) {
        if (part.role() == Role.TEXTURE) {
            return part;
        }
        Chance chance = brief.chance().fork("performance " + part.role());
        double looseness = part.role() == Role.DRUMS ? freedom * STEADIEST_DRUMMING : freedom;
        List<Note> notes = new ArrayList<>();
        for (Note note : part.notes()) {
            notes.add(played(note, looseness, chance));
        }
        return part.withNotes(notes);
    }

    private Note played(Note note, double looseness, Chance chance) {
        double start = brief.feel().played(note.start());
        double end = brief.feel().played(note.end());
        double delay = chance.around(LARGEST_DELAY_SECONDS * looseness) / timeline.beatSecondsAt(start);
        double change = chance.around(LARGEST_VELOCITY_CHANGE * (0.3 + 0.7 * looseness));
        double length = Math.max(0.05, end - start);
        return new Note(Math.max(0, start + delay), length, note.pitch(), note.velocity())
                .struck(note.velocity() + change);
    }
}
