package dev.earworm.discord.component;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.SongDesk.Ordered;
import dev.earworm.discord.command.SongOrdering;
import dev.earworm.discord.component.PlanDrafts.Found;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.drafts.DraftStore;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * "Render" below a plan: orders the song as it was planned, in public. However often it is pressed, at once or after a
 * crash, one song comes of it, since the draft knows the song's id and the database takes an id once. The button stays:
 * should the song fail or be called back, the next press orders it again, changed or not.
 */
public final class RenderButton implements ButtonHandler {
    private final PlanDrafts drafts;
    private final SongOrdering ordering;

    public RenderButton(DraftStore drafts, SongOrdering ordering) {
        this.drafts = new PlanDrafts(drafts);
        this.ordering = ordering;
    }

    @Override
    public Action action() {
        return Action.RENDER;
    }

    /** Of the plan itself: who may read the answer depends on what it is. */
    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        InteractionHook hook = event.getHook();
        switch (drafts.find(event, song)) {
            case Found.Refused refused -> Answers.aside(hook, refused.sentence());
            case Found.Own own ->
                answer(hook, ordering.orderPlanned(event, song, own.draft().request()));
        }
    }

    private static void answer(InteractionHook hook, Ordered ordered) {
        switch (ordered) {
            case Ordered.Taken taken -> Answers.followUp(hook, taken.reply(), Visibility.PUBLIC);
            case Ordered.Used used -> Answers.followUp(hook, used.reply(), Visibility.PRIVATE);
            case Ordered.Open open -> Answers.followUp(hook, open.reply(), Visibility.PRIVATE);
        }
    }
}
