package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Genre.Fills;
import dev.earworm.providers.synth.compose.Groove.Variant;
import dev.earworm.providers.synth.compose.StepPattern.Step;
import dev.earworm.providers.synth.score.Drum;
import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.theory.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays the groove, a fill where a section ends, and a crash where a loud one begins. */
final class DrumPart {
    private static final double HIT = 0.2;
    private static final int LOUD = 112;
    private static final int USUAL = 90;
    private static final int SOFT = 56;
    private static final double CRASH_FROM = 0.7;

    private final Sketch sketch;
    private final Groove groove;
    private final Fills fills;
    private final Chance chance;

    DrumPart(Sketch sketch, Groove groove) {
        this.sketch = sketch;
        this.groove = groove;
        this.fills = sketch.brief().genre().fills();
        this.chance = sketch.brief().chance().fork("drums");
    }

    List<Note> section(Section section, Optional<Variant> variant) {
        List<Note> notes = new ArrayList<>();
        if (variant.isEmpty()) {
            return notes;
        }
        Map<Drum, StepPattern> rows = groove.rows(variant.get(), sketch.form().meter());
        for (int bar = 0; bar < section.bars(); bar++) {
            boolean last = bar == section.bars() - 1 && section.bars() > 1;
            int until = last ? fillStart() : sketch.form().meter().steps();
            playBar(notes, rows, section, bar, until);
            if (last) {
                fill(notes, section, section.firstBar() + bar, until);
            }
        }
        if (section.intensity() >= CRASH_FROM && section.firstBar() > 0 && fills != Fills.SOFT && fills != Fills.NONE) {
            notes.add(note(Drum.CRASH, sketch.form().beatOf(section.firstBar()), 84, section));
        }
        return notes;
    }

    List<Note> lastChord(Section section) {
        double end = sketch.form().end();
        if (fills == Fills.NONE || fills == Fills.SOFT) {
            return List.of(note(Drum.RIDE, end, SOFT, section));
        }
        return List.of(note(Drum.CRASH, end, USUAL, section), note(Drum.KICK, end, LOUD, section));
    }

    private void playBar(List<Note> notes, Map<Drum, StepPattern> rows, Section section, int bar, int until) {
        rows.forEach((drum, row) -> {
            for (Step step : row.bar(bar, sketch.form().meter())) {
                if (step.start() < until) {
                    double beat = sketch.beatOf(section.firstBar() + bar, step.start());
                    notes.add(note(drum, beat, velocity(step.sign()), section));
                }
            }
        });
    }

    /** The step from which the last bar of a section belongs to the fill. */
    private int fillStart() {
        int steps = sketch.form().meter().steps();
        return switch (fills) {
            case NONE -> steps;
            case SOFT -> steps - 2;
            case TOMS, SNARE -> steps - (chance.hits(0.5) ? 4 : 8);
            case MACHINE -> steps - 4;
        };
    }

    private void fill(List<Note> notes, Section section, int bar, int from) {
        int steps = sketch.form().meter().steps();
        for (int step = from; step < steps; step++) {
            double rise = (step - from + 1.0) / (steps - from);
            Optional<Drum> drum = fillDrum(step, rise);
            if (drum.isPresent()) {
                int velocity = (int) (SOFT + 40 * rise);
                notes.add(note(drum.get(), sketch.beatOf(bar, step), velocity, section));
            }
        }
    }

    private Optional<Drum> fillDrum(int step, double rise) {
        boolean eighth = step % 2 == 0;
        return switch (fills) {
            case NONE -> Optional.empty();
            case SOFT -> Optional.of(eighth ? Drum.BRUSH : Drum.LOW_TOM);
            case SNARE -> Optional.of(Drum.SNARE);
            case MACHINE -> Optional.of(rise > 0.6 ? Drum.CLAP : Drum.SNARE).filter(_ -> eighth || rise > 0.5);
            case TOMS -> Optional.of(tom(rise)).filter(_ -> eighth || chance.hits(0.7));
        };
    }

    private static Drum tom(double rise) {
        if (rise < 0.3) {
            return Drum.SNARE;
        }
        if (rise < 0.6) {
            return Drum.HIGH_TOM;
        }
        return rise < 0.85 ? Drum.MID_TOM : Drum.LOW_TOM;
    }

    private static int velocity(char sign) {
        return switch (sign) {
            case 'X' -> LOUD;
            case 'o' -> SOFT;
            default -> USUAL;
        };
    }

    private Note note(Drum drum, double beat, int velocity, Section section) {
        return new Note(beat, HIT, drum.key(), sketch.velocity(velocity, section));
    }
}
