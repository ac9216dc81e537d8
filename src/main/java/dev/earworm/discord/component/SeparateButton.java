package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.command.SongDesk.Ordered;
import dev.earworm.discord.command.SongOrdering;
import dev.earworm.discord.component.OwnSongs.Found;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.JobId;
import dev.earworm.music.Providers;
import dev.earworm.music.StemSeparator.StemSet;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * "Two stems" and "Six stems", where a member was asked how far a song shall be taken apart: orders them, as visible as
 * the song. While they are in the works another press orders nothing.
 */
public final class SeparateButton implements ButtonHandler {
    private final StemSet set;
    private final OwnSongs own;
    private final Providers providers;
    private final SongOrdering ordering;

    public SeparateButton(StemSet set, SongService songs, Providers providers, SongOrdering ordering) {
        this.set = set;
        this.own = new OwnSongs(songs);
        this.providers = providers;
        this.ordering = ordering;
    }

    @Override
    public Action action() {
        return switch (set) {
            case TWO -> Action.TWO_STEMS;
            case SIX -> Action.SIX_STEMS;
        };
    }

    /** Of the question itself, which the outcome takes the place of. */
    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        switch (own.findPosted(event, song)) {
            case Found.Refused refused -> Answers.aside(event.getHook(), refused.sentence());
            case Found.Own found
            when !StemsButton.isPossible(found.song(), providers) ->
                Answers.aside(event.getHook(), say("stems.cannot"));
            case Found.Own found ->
                answer(event.getHook(), ordering.orderStems(event, found.song(), set), found.song());
        }
    }

    private static void answer(InteractionHook hook, Ordered ordered, Job song) {
        switch (ordered) {
            case Ordered.Taken taken -> {
                Answers.followUp(hook, taken.reply(), song.destination().visibility());
                Answers.fill(hook, Reply.of(say("stems.ordered")));
            }
            case Ordered.Used used -> Answers.fill(hook, used.reply());
            case Ordered.Open open -> Answers.followUp(hook, open.reply(), Visibility.PRIVATE);
        }
    }
}
