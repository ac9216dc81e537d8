package dev.earworm.storage;

import org.jdbi.v3.core.Handle;

/**
 * Makes transactions that read something and write what follows from it happen one after the other, in all processes.
 *
 * <p>Nobody takes two turns of different names, so nobody waits for somebody who waits.
 */
@FunctionalInterface
interface Turns {
    /**
     * Whatever makes, promotes, ends or forgets songs: what a transaction has read of songs, slots, quotas and money stays
     * true until it has written.
     */
    String SONGS = "songs";

    /** Waits until no other transaction has the turn of this name, and keeps it until the open transaction ends. */
    void take(Handle handle, String name);
}
