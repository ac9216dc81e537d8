package dev.earworm.library;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongTitle;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;

/** A finished song as it stands in the library. */
public record LibrarySong(Job job, boolean favourite) {
    public JobId id() {
        return job.id();
    }

    /** What its member calls it, else what the provider or the prompt do; one line. */
    public String title() {
        return SongTitle.of(job);
    }

    public boolean isOf(Account reader) {
        return job.account().equals(reader);
    }
}
