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
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Providers;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** "Stems" below a finished song: asks how far it shall be taken apart, which {@link SeparateButton} hears. */
public final class StemsButton implements ButtonHandler {
    private final OwnSongs own;
    private final Providers providers;

    public StemsButton(SongService songs, Providers providers) {
        this.own = new OwnSongs(songs);
        this.providers = providers;
    }

    @Override
    public Action action() {
        return Action.STEMS;
    }

    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferReply(true);
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        Answers.fill(event.getHook(), own.answer(event, song, found -> Reply.of(question(found))));
    }

    private Post question(Job song) {
        return isPossible(song, providers)
                ? Post.of(say("stems.question", StatusPosts.prompt(song)))
                        .with(button(Action.TWO_STEMS, song, say("stems.two")))
                        .with(button(Action.SIX_STEMS, song, say("stems.six")))
                : Post.of(say("stems.cannot"));
    }

    static boolean isPossible(Job song, Providers providers) {
        return providers
                .model(song.request().model())
                .filter(model -> model.has(Feature.STEMS))
                .isPresent();
    }

    private static PostButton button(Action action, Job song, String label) {
        return new PostButton(new CustomId(action, song.id()), label, ButtonStyle.PRIMARY);
    }
}
