package dev.earworm.privacy;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import java.util.List;

/**
 * A song of a person with all that is known of it.
 *
 * @param copies where it was sent again
 */
public record PersonalSong(Job job, boolean favourite, boolean hidden, List<PostedAt> copies) {
    public PersonalSong {
        copies = List.copyOf(copies);
    }
}
