/**
 * Pictures that belong to a song: its cover, drawn from its words, and its waveform and the timeline of its sections in the
 * cover's colours.
 *
 * <p>Start at {@link dev.earworm.audio.picture.CoverArt}, {@link dev.earworm.audio.picture.WaveformArt} and
 * {@link dev.earworm.audio.picture.TimelineArt}. Everything is a
 * pure function of its input: each pixel is computed, no font, no screen and no random source is asked, and the same input
 * gives the same bytes.
 *
 * <p>Must not know songs, members or providers.
 */
@NullMarked
package dev.earworm.audio.picture;

import org.jspecify.annotations.NullMarked;
