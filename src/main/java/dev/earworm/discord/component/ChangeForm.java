package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Opening;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.command.SongDesk.Ordered;
import dev.earworm.discord.command.SongFormModal;
import dev.earworm.discord.command.SongOrdering;
import dev.earworm.discord.component.OwnSongs.Found;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.drafts.Draft;
import dev.earworm.drafts.DraftStore;
import dev.earworm.drafts.SongForm;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.jobs.Visibility;
import dev.earworm.keys.GuildProviders;
import java.time.InstantSource;
import java.util.Optional;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * "Change" below a finished song: its form, filled in, and what becomes of it: another song, as visible as the first.
 * What cannot be taken as it was typed is kept, and "Open the form again" has it.
 */
public final class ChangeForm implements FormHandler, FormOpener {
    /** The part of the id of a form that shall hold what was typed last. */
    private static final int AS_TYPED = 1;

    private final OwnSongs own;
    private final SongOrdering ordering;
    private final GuildProviders providers;
    private final SongChanges changes;
    private final DraftStore drafts;
    private final InstantSource clock;

    public ChangeForm(
            SongService songs,
            SongOrdering ordering,
            GuildProviders providers,
            SongChanges changes,
            DraftStore drafts,
            InstantSource clock) {
        this.own = new OwnSongs(songs);
        this.ordering = ordering;
        this.providers = providers;
        this.changes = changes;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public Action action() {
        return Action.CHANGE;
    }

    @Override
    public Opening open(GenericComponentInteractionCreateEvent event, CustomId id) {
        return switch (own.find(event, id.song())) {
            case Found.Refused refused -> new Opening.Refused(refused.sentence());
            case Found.Own found ->
                new Opening.Form(new SongFormModal(
                                providers.of(found.song().account().guild()))
                        .of(new CustomId(Action.CHANGE, id.song()), say("change.title"), filledIn(found.song(), id)));
        };
    }

    private SongForm filledIn(Job song, CustomId id) {
        Optional<SongForm> typed = id.part().isPresent() ? typedBefore(song) : Optional.empty();
        return typed.orElseGet(() -> changes.form(song.request()));
    }

    private Optional<SongForm> typedBefore(Job song) {
        return drafts.find(song.id().successor())
                .filter(Draft.Typed.class::isInstance)
                .map(Draft.Typed.class::cast)
                .filter(draft -> draft.account().equals(song.account()))
                .map(Draft.Typed::form);
    }

    /** Of the message with the button: who may read the answer is known only once the song has been looked up. */
    @Override
    public RestAction<?> acknowledgement(ModalInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void submit(ModalInteractionEvent event, CustomId id) {
        switch (own.find(event, id.song())) {
            case Found.Refused refused -> Answers.aside(event.getHook(), refused.sentence());
            case Found.Own found -> submit(event, found.song(), SongFormModal.read(event));
        }
    }

    private void submit(ModalInteractionEvent event, Job song, SongForm typed) {
        switch (order(event, song, typed)) {
            case Ordered.Taken taken ->
                Answers.followUp(
                        event.getHook(), taken.reply(), song.destination().visibility());
            case Ordered.Used used -> Answers.followUp(event.getHook(), used.reply(), Visibility.PRIVATE);
            case Ordered.Open open ->
                Answers.followUp(event.getHook(), again(song, typed, open.reply()), Visibility.PRIVATE);
        }
    }

    private Ordered order(ModalInteractionEvent event, Job song, SongForm typed) {
        return TypedSong.problem(typed)
                .<Ordered>map(sentence -> new Ordered.Open(Reply.of(sentence)))
                .orElseGet(() -> ordering.orderChanged(event, song, changes.options(song.request(), typed)));
    }

    /** Kept beside the song, not under its id: there may be its plan. */
    private Reply again(Job song, SongForm typed, Reply refusal) {
        drafts.put(new Draft.Typed(song.id().successor(), song.account(), typed), clock.instant());
        CustomId id = new CustomId(Action.CHANGE, song.id()).of(AS_TYPED);
        return Reply.of(refusal.post().with(new PostButton(id, say("compose.again"), ButtonStyle.PRIMARY)));
    }
}
