/**
 * Everything that is kept, in a SQLite file or on a PostgreSQL server.
 *
 * <p>Start with {@code Database}; what differs between the two is in {@code Dialect}, and a step of the schema is a file of
 * the same number for each. Must not know Discord or a vendor.
 */
@NullMarked
package dev.earworm.storage;

import org.jspecify.annotations.NullMarked;
