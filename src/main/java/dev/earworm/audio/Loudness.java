package dev.earworm.audio;

/**
 * How loud a file is, by EBU R 128.
 *
 * @param integratedLufs over the whole file; −70 is the meter's floor and means silence
 * @param truePeakDbtp above 0 it clips in some players; negative infinity for digital silence
 */
public record Loudness(double integratedLufs, double truePeakDbtp) {}
