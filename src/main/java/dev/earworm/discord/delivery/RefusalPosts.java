package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.discord.words.RefusalSentences;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Work;
import dev.earworm.music.Suggestion;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;

/** The message that says why a song does not come, with the provider's own suggestion, if it made one. */
final class RefusalPosts {
    private static final int SUGGESTION_SHOWN = 500;

    private RefusalPosts() {}

    static Post of(Job job, Refusal refusal) {
        String said = said(job, refusal.reason());
        Post post = refusal.suggestion()
                .map(suggestion -> Post.of(said + "\n" + words(suggestion)).with(useIt(job, suggestion)))
                .orElseGet(() -> Post.of(said));
        return post.pinging(job.account().user());
    }

    private static String said(Job job, Refusal.Reason reason) {
        String mention = TrackPosts.mention(job.account().user());
        return switch (job.work()) {
            case Work.Song _ -> say("refusal", mention, StatusPosts.prompt(job), RefusalSentences.because(reason));
            case Work.Stems _ ->
                say("stems.refusal", mention, StatusPosts.prompt(job), RefusalSentences.becauseOfStems(reason));
        };
    }

    private static String words(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.OtherPrompt other ->
                say("refusal.suggestion", MemberWords.shown(Prompts.line(other.prompt()), SUGGESTION_SHOWN));
            case Suggestion.OtherPlan _ -> say("refusal.suggested-plan");
        };
    }

    private static PostButton useIt(Job job, Suggestion suggestion) {
        String label = switch (suggestion) {
            case Suggestion.OtherPrompt _ -> say("refusal.use-suggestion");
            case Suggestion.OtherPlan _ -> say("refusal.use-plan");
        };
        return new PostButton(new CustomId(Action.SUGGEST, job.id()), label, ButtonStyle.PRIMARY);
    }
}
