package dev.earworm.providers.synth.score;

/**
 * How loud a part is from this beat on, gliding to the next swell.
 *
 * @param level 0 to 1
 */
public record Swell(double beat, double level) {}
