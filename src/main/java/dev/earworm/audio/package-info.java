/**
 * Sound files: what they are, how to make them fit, how to name and tag them.
 *
 * <p>Must not know songs, members or providers; its one outside process is ffmpeg.
 */
@NullMarked
package dev.earworm.audio;

import org.jspecify.annotations.NullMarked;
