package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** "Delete" below a finished song: asks whether that is meant, which {@link RemoveButton} hears. */
public final class DeleteButton implements ButtonHandler {
    private final OwnSongs own;

    public DeleteButton(SongService songs) {
        this.own = new OwnSongs(songs);
    }

    @Override
    public Action action() {
        return Action.DELETE;
    }

    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferReply(true);
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        Answers.fill(event.getHook(), own.answer(event, song, found -> Reply.of(question(found))));
    }

    private static Post question(Job song) {
        return Post.of(say("delete.sure", StatusPosts.prompt(song)))
                .with(new PostButton(
                        new CustomId(Action.REMOVE, song.id()), say("delete.confirm"), ButtonStyle.DANGER));
    }
}
