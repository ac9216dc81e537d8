package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.HouseRules;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.PlanDesk;
import dev.earworm.discord.command.PlanDesk.Drafted;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.drafts.Draft;
import dev.earworm.drafts.DraftStore;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.JobId;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Below a plan that the provider refused: plans with the words that it suggested, or shows its own plan. Where that does
 * not work just now, the button stays.
 */
public final class PlanSuggestionButton implements ButtonHandler {
    private final DraftStore drafts;
    private final PlanDesk desk;
    private final HouseRules rules;

    public PlanSuggestionButton(DraftStore drafts, PlanDesk desk, HouseRules rules) {
        this.rules = rules;
        this.drafts = drafts;
        this.desk = desk;
    }

    @Override
    public Action action() {
        return Action.PLAN_SUGGESTED;
    }

    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        Optional<Draft> draft = drafts.find(song);
        if (draft.isEmpty()) {
            refuse(event, Post.of(say("suggestion.gone")));
        } else if (!draft.get().account().equals(Origin.account(event))) {
            refuse(event, Post.of(say("suggestion.not-yours")));
        } else {
            take(event, draft.get());
        }
    }

    private void take(ButtonInteractionEvent event, Draft draft) {
        Optional<String> obstacle = rules.obstacleToPlanning(event);
        if (obstacle.isPresent()) {
            refuse(event, Post.of(obstacle.get()));
            return;
        }
        switch (drafted(draft)) {
            case Drafted.Done done -> Answers.fill(event.getHook(), Reply.of(done.post()));
            case Drafted.Undone undone -> refuse(event, undone.post());
        }
    }

    private Drafted drafted(Draft draft) {
        return switch (draft) {
            case Draft.Typed typed -> desk.plan(typed);
            case Draft.Planned planned -> new Drafted.Done(desk.show(planned));
        };
    }

    private static void refuse(ButtonInteractionEvent event, Post post) {
        Answers.followUp(event.getHook(), Reply.of(post), Visibility.PRIVATE);
    }
}
