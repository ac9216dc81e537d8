package dev.earworm.jobs;

import java.nio.file.Path;

/**
 * What a finished song looks like.
 *
 * @param cover a square JPEG
 * @param waveform a wide PNG that reads alike on light and dark pages
 * @param colour that goes with both, as 0xRRGGBB
 */
public record TrackPictures(Path cover, Path waveform, int colour) {}
