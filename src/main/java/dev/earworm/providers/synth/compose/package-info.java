/**
 * Composes: from wishes, a seed and a length to a score.
 *
 * <p>Start with {@code Composer}, which reads like the work plan of a songwriter: brief, form, harmony, then part by
 * part. The form is the composer's own ({@code FormPlanner}), or that of an {@code Outline} ({@code OutlinePlanner}). A genre is a block of text in {@code genres/*.txt} (see {@code Genre} for its keys), a drum pattern one in
 * {@code grooves.txt}; most new music needs no code. Everything is decided by {@code Chance}, so that the same wishes
 * and seed give the same score. Must not know prompts as text, MIDI or sound.
 */
@NullMarked
package dev.earworm.providers.synth.compose;

import org.jspecify.annotations.NullMarked;
