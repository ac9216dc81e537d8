package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Opening;
import dev.earworm.discord.command.PlanPosts;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.component.PlanDrafts.Found;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.drafts.DraftStore;
import java.time.InstantSource;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** "Edit the whole song" below a plan: what the song is like from beginning to end, and what is nowhere in it, as a form. */
public final class PlanForm implements FormHandler, FormOpener {
    private final DraftStore store;
    private final PlanDrafts drafts;
    private final PlanPosts posts;
    private final InstantSource clock;

    public PlanForm(DraftStore store, PlanPosts posts, InstantSource clock) {
        this.store = store;
        this.drafts = new PlanDrafts(store);
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public Action action() {
        return Action.PLAN;
    }

    @Override
    public Opening open(GenericComponentInteractionCreateEvent event, CustomId id) {
        return switch (drafts.find(event, id.song())) {
            case Found.Refused refused -> new Opening.Refused(refused.sentence());
            case Found.Own own ->
                PlanModal.of(
                                new CustomId(id.action(), id.song()),
                                own.draft().request().plan().orElseThrow())
                        .<Opening>map(Opening.Form::new)
                        .orElseGet(() -> new Opening.Refused(say("plan.too-much")));
        };
    }

    @Override
    public RestAction<?> acknowledgement(ModalInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void submit(ModalInteractionEvent event, CustomId id) {
        switch (drafts.find(event, id.song())) {
            case Found.Refused refused -> Answers.aside(event.getHook(), refused.sentence());
            case Found.Own _ -> edit(event, id);
        }
    }

    private void edit(ModalInteractionEvent event, CustomId id) {
        Optional<Planned> changed = store.replan(id.song(), plan -> PlanModal.read(event, plan), clock.instant());
        changed.ifPresentOrElse(
                draft -> Answers.fill(event.getHook(), Reply.of(posts.of(draft))),
                () -> Answers.aside(event.getHook(), say("plan.gone")));
    }
}
