package dev.earworm.providers.synth.score;

/**
 * Where a part stands.
 *
 * @param gain decibels, 0 is the lead's; at most 6
 * @param pan −1 is left, 1 is right
 * @param reverb 0 to 1
 * @param chorus 0 to 1
 */
public record Mix(double gain, double pan, double reverb, double chorus) {}
