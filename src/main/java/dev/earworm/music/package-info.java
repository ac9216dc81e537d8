/**
 * The words of the domain: what a member asks for, what a model can do, how a provider answers.
 *
 * <p>Start with {@code MusicProvider}. Must not know who asked, in which guild, or where anything is stored.
 */
@NullMarked
package dev.earworm.music;

import org.jspecify.annotations.NullMarked;
