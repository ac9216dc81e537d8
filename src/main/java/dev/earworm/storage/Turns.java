package dev.earworm.storage;

import org.jdbi.v3.core.Handle;

/**
 * Makes transactions that read something and write what follows from it happen one after the other, in all processes.
 *
 * <p>Whoever takes several turns takes them in the order of the alphabet, or two might wait for each other.
 */
@FunctionalInterface
interface Turns {
    /** Waits until no other transaction has the turn of this name, and keeps it until the open transaction ends. */
    void take(Handle handle, String name);
}
