package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.score.Timeline;
import dev.earworm.providers.synth.theory.Meter;
import java.util.List;

/**
 * The plan of a piece in time.
 *
 * @param bars how many there are before the last chord
 */
record Form(List<Section> sections, int bars, Meter meter, Timeline timeline) {
    Form {
        sections = List.copyOf(sections);
    }

    /** The beat on which the last chord falls. */
    double end() {
        return beatOf(bars);
    }

    double beatOf(int bar) {
        return bar * meter.beats();
    }

    /** The beat at which the audio is over; the last chord has died away by then. */
    double silence(double seconds) {
        double ring = seconds - timeline.secondsAt(end());
        return end() + ring / (timeline.beatSecondsAt(end()) * timeline.broadening());
    }

    boolean isLast(Section section) {
        return section.endBar() == bars;
    }
}
