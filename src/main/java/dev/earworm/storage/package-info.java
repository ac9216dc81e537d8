/**
 * Jobs and the quota ledger in SQLite.
 *
 * <p>Start with {@code Database}. Must not know Discord or a vendor.
 */
@NullMarked
package dev.earworm.storage;

import org.jspecify.annotations.NullMarked;
