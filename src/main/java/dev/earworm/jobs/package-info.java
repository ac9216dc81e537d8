/**
 * The life of a song, from acceptance to delivery.
 *
 * <p>Start with {@code SongService} (accepts) and {@link dev.earworm.jobs.SongJob} (does the work). Must not know Discord, a vendor or SQL.
 */
@NullMarked
package dev.earworm.jobs;

import org.jspecify.annotations.NullMarked;
