package dev.earworm.library;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.KeptFiles;
import dev.earworm.jobs.PostedAt;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Songs that wait for their members. The database is changed first and the file deleted afterwards, so a crash between
 * the two leaves a file that nobody asks for, which {@link #sweep} removes at the next start.
 */
public final class KeptSongs {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSongs.class);

    private final KeptStore store;
    private final KeptFiles files;

    public KeptSongs(KeptStore store, KeptFiles files) {
        this.store = store;
        this.files = files;
    }

    /** How many songs of this member wait to be handed over. */
    public int waiting(Account member) {
        return store.waiting(member);
    }

    /** A message has it now. */
    void handedOver(Job job, PostedAt at) {
        store.handedOver(job.id(), at);
        files.delete(job.id());
    }

    /** Nobody waits for it any more. */
    public void drop(JobId id) {
        store.forget(id);
        files.delete(id);
    }

    /** Removes songs whose time is over. */
    public void dropExpired(Instant now) {
        for (JobId id : store.expired(now)) {
            LOG.info("song {} was kept long enough", id);
            drop(id);
        }
    }

    /** Removes this machine's copies of what all machines have. */
    public void dropCopies() {
        files.dropCopies(store.all());
    }

    /** Removes files that crashes left behind. To be called before any song is delivered. */
    public void sweep() {
        files.deleteAllBut(store.all());
    }
}
