package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.SongDesk.Ordered;
import dev.earworm.discord.command.SongOrdering;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * "Use this prompt" below a refusal: orders the same song with the words that the provider suggested.
 *
 * <p>However often it is pressed, at once or after a crash, one song comes of it: the new song's id follows from the
 * refused one's, and the database takes an id once. Taking the button away afterwards is a courtesy.
 */
public final class SuggestionButton implements ButtonHandler {
    private final SongService songs;
    private final SongOrdering ordering;

    public SuggestionButton(SongService songs, SongOrdering ordering) {
        this.songs = songs;
        this.ordering = ordering;
    }

    @Override
    public Action action() {
        return Action.SUGGEST;
    }

    /** Of the message itself: whether the answer is for everyone is known only once the song has been looked up. */
    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId refused) {
        Optional<Job> job = songs.find(refused);
        if (job.isEmpty()) {
            Answers.aside(event.getHook(), say("suggestion.gone"));
        } else if (!isOwner(event, job.get())) {
            Answers.aside(event.getHook(), say("suggestion.not-yours"));
        } else {
            order(event, job.get());
        }
    }

    private void order(ButtonInteractionEvent event, Job job) {
        Optional<SongRequest> request = songs.suggested(job.id(), job.account());
        if (request.isEmpty()) {
            Answers.aside(event.getHook(), say("suggestion.gone"));
            return;
        }
        answer(
                event.getHook(),
                ordering.orderInstead(event, job, request.get()),
                job.destination().visibility());
    }

    private static void answer(InteractionHook hook, Ordered ordered, Visibility visibility) {
        switch (ordered) {
            case Ordered.Taken taken -> {
                Answers.followUp(hook, taken.reply(), visibility);
                Answers.removeButtons(hook);
            }
            case Ordered.Used used -> {
                Answers.followUp(hook, used.reply(), Visibility.PRIVATE);
                Answers.removeButtons(hook);
            }
            case Ordered.Open open -> Answers.followUp(hook, open.reply(), Visibility.PRIVATE);
        }
    }

    /** Whoever it is, wherever they press: news of a song of a guild may be in direct messages. */
    private static boolean isOwner(ButtonInteractionEvent event, Job job) {
        return Origin.account(event).user().equals(job.account().user());
    }
}
