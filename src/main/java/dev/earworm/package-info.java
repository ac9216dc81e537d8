/**
 * Starts and stops Earworm. Begin with {@code Application}: it builds every object with {@code new}, in order.
 *
 * <p>Knows every package; no package knows it.
 */
@NullMarked
package dev.earworm;

import org.jspecify.annotations.NullMarked;
