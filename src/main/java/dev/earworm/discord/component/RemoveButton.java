package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.component.OwnSongs.Found;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Removal;
import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.discord.delivery.TrackRemoval;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.library.LibraryRemoval;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** "Delete it", where a member was asked whether that is meant: takes the song's messages away, and the song out of the library. */
public final class RemoveButton implements ButtonHandler {
    private final OwnSongs own;
    private final TrackRemoval removal;
    private final LibraryRemoval library;

    public RemoveButton(SongService songs, TrackRemoval removal, LibraryRemoval library) {
        this.own = new OwnSongs(songs);
        this.removal = removal;
        this.library = library;
    }

    @Override
    public Action action() {
        return Action.REMOVE;
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
            case Found.Own found -> remove(event, found.song());
        }
    }

    /** The question stays as long as it can still be answered. */
    private void remove(ButtonInteractionEvent event, Job song) {
        switch (removal.remove(song)) {
            case Removal.Removed _ -> {
                library.remove(song.id(), song.account());
                Answers.fill(event.getHook(), Reply.of(say("delete.done", StatusPosts.prompt(song))));
            }
            case Removal.OutOfReach _ -> Answers.fill(event.getHook(), Reply.of(say("delete.out-of-reach")));
            case Removal.Later _ -> Answers.aside(event.getHook(), say("track.later"));
        }
    }
}
