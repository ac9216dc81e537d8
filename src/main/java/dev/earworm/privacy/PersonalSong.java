package dev.earworm.privacy;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import java.util.List;

/**
 * A song of a person with all that is known of it.
 *
 * @param besides where it was sent again, be it as a voice message
 */
public record PersonalSong(Job job, boolean favourite, boolean hidden, List<PostedAt> besides) {
    public PersonalSong {
        besides = List.copyOf(besides);
    }
}
