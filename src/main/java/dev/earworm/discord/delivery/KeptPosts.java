package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.Work;
import java.time.Instant;
import net.dv8tion.jda.api.utils.TimeFormat;

/** The message that says where a song waits that could be posted nowhere. */
final class KeptPosts {
    private KeptPosts() {}

    static Post of(Job job) {
        String mention = TrackPosts.mention(job.account().user());
        String until = day(job.keptUntil().orElseThrow());
        String said = switch (job.work()) {
            case Work.Song _ -> say("track.kept", mention, StatusPosts.prompt(job), until);
            case Work.Stems _ -> say("stems.kept", mention, StatusPosts.prompt(job), until);
        };
        return Post.of(said).pinging(job.account().user());
    }

    static String day(Instant instant) {
        return TimeFormat.DATE_LONG.atInstant(instant).toString();
    }
}
