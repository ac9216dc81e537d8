/**
 * Reads what a member wrote and says which music the words ask for.
 *
 * <p>Start with {@code PromptReader}, which turns any text into {@code Wishes}; {@code SceneReader} does it with a section of a
 * plan, and {@code StyleWords} the other way round. What the words mean stands in
 * {@code words.txt} and in the {@code words} row of each genre; adding a word there needs no code. Must not know how
 * the wishes are fulfilled.
 */
@NullMarked
package dev.earworm.providers.synth.prompt;

import org.jspecify.annotations.NullMarked;
