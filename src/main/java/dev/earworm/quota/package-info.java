/**
 * How much a member may spend, and the ledger that keeps the promise.
 *
 * <p>Start with {@code QuotaLedger}. Must not know Discord, nor how a song is made.
 */
@NullMarked
package dev.earworm.quota;

import org.jspecify.annotations.NullMarked;
