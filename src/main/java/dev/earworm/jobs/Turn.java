package dev.earworm.jobs;

import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.time.Instant;

/** What {@link FairOrder} decides on: who waits, and who had turns already. */
public sealed interface Turn {
    Account account();

    /** A song that waits. */
    record Waiting(JobId id, Account account, Instant acceptedAt) implements Turn {}

    /**
     * What an account had.
     *
     * @param active songs that hold a slot now
     * @param latest when it last got one
     */
    record Taken(Account account, int active, Instant latest) implements Turn {}
}
