/**
 * The words of music theory that every other part of the built-in composer speaks: modes, keys, chords, meters,
 * instruments, and seeded chance.
 *
 * <p>Start with {@code Key} and {@code Chord}. Pitches are MIDI note numbers (60 is middle C), lengths are quarter-note
 * beats. Must not know prompts, forms or sound.
 */
@NullMarked
package dev.earworm.providers.synth.theory;

import org.jspecify.annotations.NullMarked;
