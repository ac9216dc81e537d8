package dev.earworm.library;

import dev.earworm.jobs.PostedAt;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which songs are kept because no message has them that could be fetched again. */
public interface KeptStore {
    Set<JobId> all();

    /** Whose time is over. */
    List<JobId> expired(Instant now);

    /** How many songs of this member were never handed over and are kept. */
    int waiting(Account member);

    /** It is there now, and not kept any more. */
    void handedOver(JobId id, PostedAt at);

    /** It is not kept any more. */
    void forget(JobId id);
}
