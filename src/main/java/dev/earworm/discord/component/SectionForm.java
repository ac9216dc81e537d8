package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.HouseRules;
import dev.earworm.discord.command.Opening;
import dev.earworm.discord.command.PlanPosts;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.command.SectionRewriting;
import dev.earworm.discord.component.PlanDrafts.Found;
import dev.earworm.discord.component.SectionStep.Redoing;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.drafts.DraftStore;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanSection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * "Edit a section" below a plan: the chosen section opens as a form, and what was sent is kept even where the model would
 * not take it, with what is wrong below the plan. The form also moves, copies and removes sections, puts a new one behind
 * this one, or has it written anew.
 */
public final class SectionForm implements FormHandler, FormOpener {
    private static final int TYPED_SHOWN = 40;

    private final DraftStore store;
    private final PlanDrafts drafts;
    private final PlanPosts posts;
    private final SectionRewriting rewriting;
    private final HouseRules rules;
    private final InstantSource clock;

    public SectionForm(
            DraftStore store, PlanPosts posts, SectionRewriting rewriting, HouseRules rules, InstantSource clock) {
        this.rules = rules;
        this.store = store;
        this.drafts = new PlanDrafts(store);
        this.posts = posts;
        this.rewriting = rewriting;
        this.clock = clock;
    }

    @Override
    public Action action() {
        return Action.SECTION;
    }

    @Override
    public Opening open(GenericComponentInteractionCreateEvent event, CustomId id) {
        return switch (drafts.find(event, id.song())) {
            case Found.Refused refused -> new Opening.Refused(refused.sentence());
            case Found.Own own -> opened(own.draft(), chosen(event, id));
        };
    }

    private Opening opened(Planned draft, Optional<CustomId> chosen) {
        return chosen.filter(id -> isThere(id.part(), sections(draft)))
                .<Opening>map(id -> opened(draft, id, id.part().getAsInt()))
                .orElseGet(() -> new Opening.Refused(say("plan.no-section")));
    }

    private Opening.Form opened(Planned draft, CustomId id, int index) {
        return new Opening.Form(SectionModal.of(id, sections(draft).get(index), index, steps(draft, index)));
    }

    private List<SectionStep> steps(Planned draft, int index) {
        return SectionStep.offered(sections(draft).size(), index, redoing(draft, index));
    }

    private Redoing redoing(Planned draft, int index) {
        return rewriting.isPossible(draft, index) ? Redoing.POSSIBLE : Redoing.IMPOSSIBLE;
    }

    /** The menu's id, with the section that was chosen in it. */
    private static Optional<CustomId> chosen(GenericComponentInteractionCreateEvent event, CustomId id) {
        if (!(event instanceof StringSelectInteractionEvent menu)
                || menu.getValues().isEmpty()) {
            return Optional.empty();
        }
        CustomId whole = new CustomId(id.action(), id.song());
        return CustomId.parse(whole + ":" + menu.getValues().getFirst());
    }

    @Override
    public RestAction<?> acknowledgement(ModalInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void submit(ModalInteractionEvent event, CustomId id) {
        switch (drafts.find(event, id.song())) {
            case Found.Refused refused -> Answers.aside(event.getHook(), refused.sentence());
            case Found.Own own -> edit(event, id, own.draft());
        }
    }

    private void edit(ModalInteractionEvent event, CustomId id, Planned draft) {
        if (!isThere(id.part(), sections(draft))) {
            Answers.aside(event.getHook(), say("plan.no-section"));
            return;
        }
        int index = id.part().getAsInt();
        Redoing redoing = redoing(draft, index);
        store.replan(id.song(), plan -> edited(plan, index, event, redoing), clock.instant())
                .ifPresentOrElse(
                        changed -> show(event, changed, index), () -> Answers.aside(event.getHook(), say("plan.gone")));
    }

    static CompositionPlan edited(CompositionPlan plan, int index, ModalInteraction form, Redoing redoing) {
        List<PlanSection> sections = new ArrayList<>(plan.sections());
        if (index >= sections.size()) {
            return plan;
        }
        SectionStep step = SectionModal.step(form, SectionStep.offered(sections.size(), index, redoing));
        sections.set(index, SectionModal.read(form, sections.get(index)));
        step.take(sections, index);
        return plan.withSections(sections);
    }

    /** A section that is written anew is shown as it was until it is there: planners take their time. */
    private void show(ModalInteractionEvent event, Planned changed, int index) {
        String note = note(event);
        if (note.isEmpty() && isToBeRedone(event, changed, index)) {
            redo(event, changed, index);
        } else {
            fill(event, posts.of(changed, note));
        }
    }

    private void redo(ModalInteractionEvent event, Planned changed, int index) {
        Optional<String> obstacle = rules.obstacleToPlanning(event);
        if (obstacle.isPresent()) {
            fill(event, posts.of(changed, obstacle.get()));
            return;
        }
        fill(event, posts.of(changed, say("plan.redoing", index + 1)));
        fill(event, rewriting.redo(changed, index));
    }

    private boolean isToBeRedone(ModalInteraction form, Planned changed, int index) {
        return isThere(OptionalInt.of(index), sections(changed))
                && SectionModal.step(form, steps(changed, index)) == SectionStep.REDO;
    }

    private static void fill(ModalInteractionEvent event, Post post) {
        Answers.fill(event.getHook(), Reply.of(post));
    }

    private static String note(ModalInteraction form) {
        return SectionModal.wrongLength(form)
                .map(typed -> say("compose.no-length", MemberWords.shown(Prompts.line(typed), TYPED_SHOWN)))
                .orElse("");
    }

    private static List<PlanSection> sections(Planned draft) {
        return draft.request().plan().orElseThrow().sections();
    }

    private static boolean isThere(OptionalInt index, List<PlanSection> sections) {
        return index.isPresent() && index.getAsInt() < sections.size();
    }
}
