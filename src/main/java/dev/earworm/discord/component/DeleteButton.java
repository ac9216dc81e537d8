package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.component.RemovableSongs.Found;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** "Delete" below a finished song, one's own or as {@link RemovableSongs} allows: asks whether that is meant, which {@link RemoveButton} hears. */
public final class DeleteButton implements ButtonHandler {
    private final RemovableSongs removable;

    public DeleteButton(SongService songs) {
        this.removable = new RemovableSongs(songs);
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
        Answers.fill(
                event.getHook(),
                Reply.of(
                        switch (removable.find(event, song)) {
                            case Found.Refused refused -> Post.of(refused.sentence());
                            case Found.Own own ->
                                question(own.song(), say("delete.sure", StatusPosts.prompt(own.song())));
                            case Found.Others others ->
                                question(
                                        others.song(),
                                        say(
                                                "delete.sure-others",
                                                StatusPosts.prompt(others.song()),
                                                MemberWords.mention(
                                                        others.song().account().user())));
                        }));
    }

    private static Post question(Job song, String sentence) {
        return Post.of(sentence)
                .with(new PostButton(
                        new CustomId(Action.REMOVE, song.id()), say("delete.confirm"), ButtonStyle.DANGER));
    }
}
