package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.util.List;

/** Which voice messages were sent of which song, durably, so that they go when the song goes. */
public interface VoiceMessageStore {
    void add(JobId song, PostedAt at);

    /** The newest first. */
    List<PostedAt> of(JobId song);

    /** They are gone. */
    void forget(JobId song);
}
