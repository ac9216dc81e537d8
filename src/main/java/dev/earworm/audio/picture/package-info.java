/**
 * Pictures that belong to a song: its cover, drawn from its words, and its waveform in the cover's colours.
 *
 * <p>Start at {@link dev.earworm.audio.picture.CoverArt} and {@link dev.earworm.audio.picture.WaveformArt}. Everything is a
 * pure function of its input: each pixel is computed, no font, no screen and no random source is asked, and the same input
 * gives the same bytes.
 *
 * <p>Must not know songs, members or providers.
 */
@NullMarked
package dev.earworm.audio.picture;

import org.jspecify.annotations.NullMarked;
