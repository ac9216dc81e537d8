/**
 * What members have of their finished songs: finding one again, naming, keeping and sending it.
 *
 * <p>Start with {@link dev.earworm.library.LibraryStore} and {@link dev.earworm.library.SongResending}. Must not know
 * Discord, a vendor or SQL.
 */
@NullMarked
package dev.earworm.library;

import org.jspecify.annotations.NullMarked;
