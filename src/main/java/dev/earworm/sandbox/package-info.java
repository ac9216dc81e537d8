/**
 * An embedded Discord, REST and gateway over real sockets, that an unmodified JDA logs in to.
 *
 * <p>For people without an account and for tests. Knows nothing of the rest of Earworm.
 */
@NullMarked
package dev.earworm.sandbox;

import org.jspecify.annotations.NullMarked;
