/**
 * Makes a score sound: builds the instruments, plays the score on the JDK's MIDI synthesizer (Gervill), masters the
 * result and writes it.
 *
 * <p>Start with {@code Studio}. The instruments are computed here and not taken from the JDK, because the JDK's
 * emergency sound bank draws the phases of its samples from {@code Math.random()} and so sounds a little different in
 * every process; ours are the same everywhere, which a seed's promise needs. Audio is 44.1 kHz stereo throughout. Must
 * not know prompts or how music is composed.
 */
@NullMarked
package dev.earworm.providers.synth.sound;

import org.jspecify.annotations.NullMarked;
