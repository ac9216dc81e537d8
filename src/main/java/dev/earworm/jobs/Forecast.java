package dev.earworm.jobs;

import java.time.Instant;

/**
 * What a waiting member wants to know.
 *
 * @param position 1 is next; 0 when the song no longer waits
 * @param readyAt a guess from what the model took lately
 */
public record Forecast(int position, Instant readyAt) {}
