package dev.earworm.discord.component;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.SongDesk.Ordered;
import dev.earworm.discord.command.SongOrdering;
import dev.earworm.discord.component.OwnSongs.Found;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * "Again" below a finished song: orders the same once more with another seed, as visible as that was. Each press makes
 * one song: its id follows from the press, so a press that Discord hands over twice means the same one.
 */
public final class AgainButton implements ButtonHandler {
    private final OwnSongs own;
    private final SongOrdering ordering;

    public AgainButton(SongService songs, SongOrdering ordering) {
        this.own = new OwnSongs(songs);
        this.ordering = ordering;
    }

    @Override
    public Action action() {
        return Action.AGAIN;
    }

    /** Of the song itself: who may read the answer is known only once it has been looked up. */
    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        switch (own.find(event, song)) {
            case Found.Refused refused -> Answers.aside(event.getHook(), refused.sentence());
            case Found.Own found -> answer(event.getHook(), ordering.orderAgain(event, found.song()), found.song());
        }
    }

    private static void answer(InteractionHook hook, Ordered ordered, Job song) {
        switch (ordered) {
            case Ordered.Taken taken ->
                Answers.followUp(hook, taken.reply(), song.destination().visibility());
            case Ordered.Used used -> Answers.followUp(hook, used.reply(), Visibility.PRIVATE);
            case Ordered.Open open -> Answers.followUp(hook, open.reply(), Visibility.PRIVATE);
        }
    }
}
