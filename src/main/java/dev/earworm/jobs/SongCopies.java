package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.time.Instant;
import java.util.List;

/** Where songs were posted once more, durably, so that they can be fetched from there and taken away with the song. */
public interface SongCopies {
    void add(JobId song, PostedAt at, Instant now);

    /** The newest first. */
    List<PostedAt> of(JobId song);
}
