package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Opening;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.command.SongDesk.Ordered;
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
import dev.earworm.music.Extension;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Providers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * "Extend" below a finished song: asks what shall come behind it, and orders the longer song, as visible as the first.
 * What cannot be taken as it was typed is kept, and "Open the form again" has it.
 */
public final class ExtendForm implements FormHandler, FormOpener {
    /** The part of the id of a form that shall hold what was typed last. */
    private static final int AS_TYPED = 1;

    private final OwnSongs own;
    private final SongOrdering ordering;
    private final Providers providers;
    private final DraftStore drafts;
    private final InstantSource clock;

    public ExtendForm(
            SongService songs, SongOrdering ordering, Providers providers, DraftStore drafts, InstantSource clock) {
        this.own = new OwnSongs(songs);
        this.ordering = ordering;
        this.providers = providers;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public Action action() {
        return Action.EXTEND;
    }

    @Override
    public Opening open(GenericComponentInteractionCreateEvent event, CustomId id) {
        return switch (own.findPosted(event, id.song())) {
            case Found.Refused refused -> new Opening.Refused(refused.sentence());
            case Found.Own found ->
                model(found.song())
                        .map(model -> form(found.song(), model, id))
                        .orElseGet(() -> new Opening.Refused(say("extend.cannot")));
        };
    }

    /** That can make this song longer. */
    private Optional<MusicModel> model(Job song) {
        return providers
                .model(song.request().model())
                .filter(model -> Extension.isPossible(song.request(), song.details(), model));
    }

    private Opening form(Job song, MusicModel model, CustomId id) {
        Duration longest = Extension.longest(song.request(), song.details(), model);
        Optional<SongForm> typed = id.part().isPresent() ? typedBefore(song) : Optional.empty();
        return new Opening.Form(ExtendModal.of(
                new CustomId(Action.EXTEND, song.id()),
                model,
                longest,
                typed.orElseGet(() -> ExtendModal.suggested(longest))));
    }

    /** Of the message with the button: who may read the answer is known only once the song has been looked up. */
    @Override
    public RestAction<?> acknowledgement(ModalInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void submit(ModalInteractionEvent event, CustomId id) {
        switch (own.findPosted(event, id.song())) {
            case Found.Refused refused -> tell(event, Reply.of(refused.sentence()));
            case Found.Own found -> submit(event, found.song(), ExtendModal.read(event));
        }
    }

    private void submit(ModalInteractionEvent event, Job song, SongForm typed) {
        Optional<MusicModel> model = model(song);
        if (model.isEmpty()) {
            tell(event, Reply.of(say("extend.cannot")));
            return;
        }
        switch (order(event, song, model.get(), typed)) {
            case Ordered.Taken taken ->
                Answers.followUp(
                        event.getHook(), taken.reply(), song.destination().visibility());
            case Ordered.Used used -> tell(event, used.reply());
            case Ordered.Open open -> tell(event, again(song, typed, open.reply()));
        }
    }

    private Ordered order(ModalInteractionEvent event, Job song, MusicModel model, SongForm typed) {
        return switch (TypedExtension.read(typed, Extension.longest(song.request(), song.details(), model))) {
            case TypedExtension.Unclear(String sentence) -> new Ordered.Open(Reply.of(sentence));
            case TypedExtension.Clear(Extension extension) ->
                extension
                        .of(song.request(), song.details(), TypedExtension.title(song.request(), model))
                        .map(longer -> ordering.orderExtended(event, song, longer))
                        .orElseGet(() -> new Ordered.Open(Reply.of(say("extend.cannot"))));
        };
    }

    private static void tell(ModalInteractionEvent event, Reply reply) {
        Answers.followUp(event.getHook(), reply, Visibility.PRIVATE);
    }

    private Reply again(Job song, SongForm typed, Reply refusal) {
        drafts.put(new Draft.Typed(draft(song), song.account(), typed), clock.instant());
        CustomId id = new CustomId(Action.EXTEND, song.id()).of(AS_TYPED);
        return Reply.of(refusal.post().with(new PostButton(id, say("compose.again"), ButtonStyle.PRIMARY)));
    }

    private Optional<SongForm> typedBefore(Job song) {
        return drafts.find(draft(song))
                .filter(Draft.Typed.class::isInstance)
                .map(Draft.Typed.class::cast)
                .filter(draft -> draft.account().equals(song.account()))
                .map(Draft.Typed::form);
    }

    /** Beside that of {@link ChangeForm}. */
    private static JobId draft(Job song) {
        return song.id().successor().successor();
    }
}
