package dev.earworm.audio;

import java.time.Duration;

/**
 * The song is too long to fit the size limit at any quality worth hearing.
 *
 * @param duration of the song
 * @param limitBytes what it should have fitted into
 * @param longest song that would fit; zero when nothing would
 */
public record CannotFit(Duration duration, long limitBytes, Duration longest) implements FitPlan, Preparation {}
