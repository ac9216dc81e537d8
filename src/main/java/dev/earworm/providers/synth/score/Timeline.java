package dev.earworm.providers.synth.score;

/**
 * When a beat sounds: a steady tempo that may broaden at the end.
 *
 * @param offset seconds of silence before the first beat
 * @param beatSeconds length of a beat
 * @param broadensAt the beat from which the tempo gets slower
 * @param settlesAt the beat (later than {@code broadensAt}) from which the slowest tempo stays
 * @param broadening how much longer a beat is at last; 1 means not at all
 */
public record Timeline(double offset, double beatSeconds, double broadensAt, double settlesAt, double broadening) {
    public double secondsAt(double beat) {
        double steady = Math.min(beat, broadensAt);
        double slowing = Math.clamp(beat - broadensAt, 0, settlesAt - broadensAt);
        double slow = Math.max(0, beat - settlesAt);
        double gain = (broadening - 1) * slowing * slowing / (2 * (settlesAt - broadensAt));
        return offset + beatSeconds * (steady + slowing + gain + slow * broadening);
    }

    public double beatsPerMinute() {
        return 60 / beatSeconds;
    }
}
