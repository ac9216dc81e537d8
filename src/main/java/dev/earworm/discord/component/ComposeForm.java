package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Opening;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.command.SongDesk.Ordered;
import dev.earworm.discord.command.SongFormModal;
import dev.earworm.discord.command.SongOptions;
import dev.earworm.discord.command.SongOrdering;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.drafts.Draft;
import dev.earworm.drafts.DraftStore;
import dev.earworm.drafts.SongForm;
import dev.earworm.jobs.Visibility;
import dev.earworm.keys.GuildProviders;
import dev.earworm.music.JobId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * The form of {@code /compose}, when it is sent: orders the song as {@code /song} does. What cannot be taken as it was
 * typed is kept as a draft, with which "Open the form again" fills the form.
 */
public final class ComposeForm implements FormHandler, FormOpener {
    private final SongOrdering ordering;
    private final GuildProviders providers;
    private final DraftStore drafts;
    private final InstantSource clock;

    public ComposeForm(SongOrdering ordering, GuildProviders providers, DraftStore drafts, InstantSource clock) {
        this.ordering = ordering;
        this.providers = providers;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public Action action() {
        return Action.COMPOSE;
    }

    @Override
    public RestAction<?> acknowledgement(ModalInteractionEvent event) {
        return event.deferReply(false);
    }

    @Override
    public Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    public void submit(ModalInteractionEvent event, CustomId id) {
        SongForm typed = SongFormModal.read(event);
        switch (order(event, typed)) {
            case Ordered.Taken taken -> Answers.fill(event.getHook(), taken.reply());
            case Ordered.Used used -> Answers.fill(event.getHook(), used.reply());
            case Ordered.Open open -> Answers.fill(event.getHook(), again(event, typed, open.reply()));
        }
    }

    private Ordered order(Interaction event, SongForm typed) {
        return TypedSong.problem(typed)
                .<Ordered>map(sentence -> new Ordered.Open(Reply.of(sentence)))
                .orElseGet(() -> ordering.order(event, Visibility.PUBLIC, options(typed)));
    }

    private static SongOptions options(SongForm typed) {
        return new SongOptions(
                TypedSong.prompt(typed),
                TypedSong.length(typed),
                false,
                Optional.of(typed.lyrics()),
                TypedSong.model(typed),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /** The id is made here: one that came with the form may be another member's draft. */
    private Reply again(Interaction event, SongForm typed, Reply refusal) {
        Draft draft = new Draft.Typed(JobId.next(clock.instant()), Origin.account(event), typed);
        drafts.add(draft, clock.instant());
        return Reply.of(refusal.post()
                .with(new PostButton(
                        new CustomId(Action.COMPOSE, draft.song()), say("compose.again"), ButtonStyle.PRIMARY)));
    }

    @Override
    public Opening open(GenericComponentInteractionCreateEvent event, CustomId id) {
        Optional<Draft> draft = drafts.find(id.song());
        if (draft.isEmpty() || !(draft.get() instanceof Draft.Typed typed)) {
            return new Opening.Refused(say("compose.gone"));
        }
        return typed.account().equals(Origin.account(event))
                ? new Opening.Form(
                        new SongFormModal(providers.of(typed.account().guild())).of(typed.song(), typed.form()))
                : new Opening.Refused(say("compose.not-yours"));
    }
}
