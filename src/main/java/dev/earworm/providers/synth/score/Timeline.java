package dev.earworm.providers.synth.score;

import java.util.List;

/**
 * When a beat sounds: a tempo for each stretch of the piece, mostly one for all of it, that may broaden at the end.
 *
 * @param offset seconds of silence before the first beat
 * @param stretches in the order of time; the first begins with beat 0, the last goes on for ever
 * @param broadensAt the beat, within the last stretch, from which the tempo gets slower
 * @param settlesAt the beat (later than {@code broadensAt}) from which the slowest tempo stays
 * @param broadening how much longer a beat is at last; 1 means not at all
 */
public record Timeline(double offset, List<Stretch> stretches, double broadensAt, double settlesAt, double broadening) {
    /**
     * Beats of the same length.
     *
     * @param from the beat with which it begins
     */
    public record Stretch(double from, double beatSeconds) {}

    public Timeline {
        stretches = List.copyOf(stretches);
    }

    public double secondsAt(double beat) {
        double steady = Math.min(beat, broadensAt);
        double slowing = Math.clamp(beat - broadensAt, 0, settlesAt - broadensAt);
        double slow = Math.max(0, beat - settlesAt);
        double gain = (broadening - 1) * slowing * slowing / (2 * (settlesAt - broadensAt));
        return offset + unbroadened(steady + slowing + gain + slow * broadening);
    }

    /** At the beginning. */
    public double beatsPerMinute() {
        return 60 / stretches.getFirst().beatSeconds();
    }

    /** Of a beat that nothing broadens. */
    public double beatSecondsAt(double beat) {
        return stretches.stream()
                .filter(stretch -> stretch.from() <= beat)
                .reduce(stretches.getFirst(), (_, later) -> later)
                .beatSeconds();
    }

    private double unbroadened(double beat) {
        double seconds = 0;
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean last = i == stretches.size() - 1;
            double until = last ? beat : Math.min(beat, stretches.get(i + 1).from());
            seconds += stretch.beatSeconds() * Math.max(0, until - stretch.from());
        }
        return seconds;
    }
}
