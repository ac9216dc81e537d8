package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Job;
import java.time.Instant;
import net.dv8tion.jda.api.utils.TimeFormat;

/** The message that says where a song waits that could be posted nowhere. */
final class KeptPosts {
    private KeptPosts() {}

    static Post of(Job job) {
        return Post.of(say(
                        "track.kept",
                        TrackPosts.mention(job.account().user()),
                        StatusPosts.prompt(job),
                        day(job.keptUntil().orElseThrow())))
                .pinging(job.account().user());
    }

    static String day(Instant instant) {
        return TimeFormat.DATE_LONG.atInstant(instant).toString();
    }
}
