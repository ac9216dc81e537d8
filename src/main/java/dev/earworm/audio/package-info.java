/**
 * Sound files: what they are, how to make them fit, how to name and tag them.
 *
 * <p>Start at {@link dev.earworm.audio.AudioPreparer}: it takes whatever a provider sent and leaves a file that can be
 * posted. Everything that decides is pure ({@link dev.earworm.audio.FitPolicy}, {@link dev.earworm.audio.Slug},
 * {@link dev.earworm.audio.Tags}); everything that touches sound is one process behind
 * {@link dev.earworm.audio.Ffmpeg}.
 *
 * <p>Must not know songs, members or providers; its one outside process is ffmpeg.
 */
@NullMarked
package dev.earworm.audio;

import org.jspecify.annotations.NullMarked;
