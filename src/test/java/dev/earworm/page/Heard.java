package dev.earworm.page;

import java.time.Duration;

/**
 * What came out of a player.
 *
 * @param length as the player states it
 * @param loudness of all samples, as their root mean square: 0 is silence, 1 as loud as can be
 */
record Heard(Duration length, double loudness) {}
