package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Section.Dynamics;
import dev.earworm.providers.synth.score.Mix;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.score.Swell;
import dev.earworm.providers.synth.theory.Instrument.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives each part its place: how loud, where between left and right, how far back in the room. */
final class Mixer {
    /** What is left of the loudness where a section has faded. */
    private static final double FADED = 0.5;

    private final Sketch sketch;
    private final double space;
    private final double side;

    Mixer(Sketch sketch) {
        this.sketch = sketch;
        this.space = sketch.brief().space();
        this.side = sketch.brief().chance().fork("mix").hits(0.5) ? 1 : -1;
    }

    Mix mix(Role role, Optional<Family> family) {
        double wet = 0.15 + 0.6 * space;
        double drive = sketch.brief().energy();
        return switch (role) {
            case LEAD -> new Mix(0, 0.08 * side, wet, 0.1);
            case COUNTER -> new Mix(-4, -0.4 * side, wet * 1.15, 0.2);
            case CHORDS -> new Mix(-6 + 4 * drive, chordsPan(family), wet * 0.85, 0.25);
            case PAD -> new Mix(-6.5, 0, Math.min(1, wet * 1.3), 0.4);
            case ARPEGGIO -> new Mix(-4, 0.45 * side, wet, 0.3);
            case BASS -> new Mix(-1.5 + 1.5 * drive, 0, 0.05 + 0.1 * space, 0);
            case DRUMS -> new Mix(-8.5 + 2 * drive, 0, 0.1 + 0.35 * space, 0);
            case TEXTURE -> new Mix(-10, 0, 0.2, 0);
        };
    }

    /** Keyboards spread wide enough by themselves; a guitar stands to one side. */
    private double chordsPan(Optional<Family> family) {
        return family.filter(Family.PLUCKED::equals).isPresent() ? -0.35 * side : -0.12 * side;
    }

    /** Sections swell a little towards their end, if they do not fade; the last chord dies away. */
    List<Swell> swells() {
        List<Swell> swells = new ArrayList<>();
        for (Section section : sketch.form().sections()) {
            double level = 0.72 + 0.2 * section.intensity();
            swells.add(new Swell(sketch.form().beatOf(section.firstBar()), level));
            swells.add(new Swell(sketch.form().beatOf(section.endBar()) - 0.25, endLevel(section, level)));
        }
        double end = sketch.form().end();
        double rest = sketch.form().sections().getLast().dynamics() == Dynamics.FADING ? FADED : 1;
        swells.add(new Swell(end, 0.9 * rest));
        swells.add(new Swell(end + sketch.lastBeats() * 0.35, 0.8 * rest));
        swells.add(new Swell(end + sketch.lastBeats() * 0.95, 0.25 * rest));
        return swells;
    }

    private static double endLevel(Section section, double level) {
        return switch (section.dynamics()) {
            case STEADY -> Math.min(1, level + 0.07);
            case FADING -> level * FADED;
        };
    }

    /** The world fades in, stays, and outlasts the music a little. */
    List<Swell> textureSwells() {
        double end = sketch.form().end() + sketch.lastBeats();
        double fade = Math.min(4, end / 6);
        return List.of(new Swell(0, 0.55), new Swell(fade, 1), new Swell(end - fade, 1), new Swell(end, 0.5));
    }
}
