/**
 * The finished composition: parts, notes and the time in which they sound. It is what the composer hands to the
 * renderer, and all that either knows of the other.
 *
 * <p>Start with {@code Score}. Note times are quarter-note beats from the start; {@code Timeline} makes them seconds.
 */
@NullMarked
package dev.earworm.providers.synth.score;

import org.jspecify.annotations.NullMarked;
