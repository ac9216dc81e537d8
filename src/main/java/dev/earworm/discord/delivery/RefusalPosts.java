package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.discord.words.RefusalSentences;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Refusal;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;

/** The message that says why a song does not come, with the provider's own suggestion, if it made one. */
final class RefusalPosts {
    private static final int SUGGESTION_SHOWN = 500;

    private RefusalPosts() {}

    static Post of(Job job, Refusal refusal) {
        String said = say(
                "refusal",
                TrackPosts.mention(job.account().user()),
                StatusPosts.prompt(job),
                RefusalSentences.because(refusal.reason()));
        String suggestion = refusal.suggestion().map(Prompts::line).orElse("");
        Post post = suggestion.isEmpty()
                ? Post.of(said)
                : Post.of(said + "\n" + say("refusal.suggestion", MemberWords.shown(suggestion, SUGGESTION_SHOWN)))
                        .with(useIt(job));
        return post.pinging(job.account().user());
    }

    private static PostButton useIt(Job job) {
        return new PostButton(
                new CustomId(Action.SUGGEST, job.id()), say("refusal.use-suggestion"), ButtonStyle.PRIMARY);
    }
}
