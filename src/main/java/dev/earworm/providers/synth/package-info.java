/**
 * The built-in composer: rules and the JDK's MIDI synthesizer, no model, no key, no network.
 *
 * <p>Start with {@code SynthProvider}. A prompt goes through five rooms: {@code prompt} reads its words as wishes,
 * {@code compose} makes them a {@code score} in the language of {@code theory}, and {@code sound} records it. A plan takes the same way,
 * section by section ({@code PlanReader}), and the other way round the composer writes one ({@code SynthPlanner}).
 */
@NullMarked
package dev.earworm.providers.synth;

import org.jspecify.annotations.NullMarked;
