package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.component.RemovableSongs.Found;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Removal;
import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.discord.delivery.TrackRemoval;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.library.LibraryRemoval;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** "Delete it", where a member was asked whether that is meant: takes the song's messages away, and the song out of the library. */
public final class RemoveButton implements ButtonHandler {
    private final RemovableSongs removable;
    private final TrackRemoval removal;
    private final LibraryRemoval library;
    private final AdminJournal journal;

    public RemoveButton(SongService songs, TrackRemoval removal, LibraryRemoval library, AdminJournal journal) {
        this.removable = new RemovableSongs(songs);
        this.journal = journal;
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
        switch (removable.find(event, song)) {
            case Found.Refused refused -> Answers.aside(event.getHook(), refused.sentence());
            case Found.Own own -> remove(event, own.song(), () -> {});
            case Found.Others others -> remove(event, others.song(), () -> note(event, others.song()));
        }
    }

    /** The question stays as long as it can still be answered. */
    private void remove(ButtonInteractionEvent event, Job song, Runnable noting) {
        switch (removal.remove(song)) {
            case Removal.Removed _ -> {
                library.remove(song.id(), song.account());
                noting.run();
                Answers.fill(event.getHook(), Reply.of(say("delete.done", StatusPosts.prompt(song))));
            }
            case Removal.OutOfReach _ -> Answers.fill(event.getHook(), Reply.of(say("delete.out-of-reach")));
            case Removal.Later _ -> Answers.aside(event.getHook(), say("track.later"));
        }
    }

    private void note(ButtonInteractionEvent event, Job song) {
        journal.note(
                event,
                () -> say(
                        "delete.noted",
                        event.getUser().getAsMention(),
                        MemberWords.mention(song.account().user()),
                        "<#" + song.destination().channel() + ">"));
    }
}
