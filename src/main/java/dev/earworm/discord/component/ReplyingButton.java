package dev.earworm.discord.component;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.music.JobId;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** A button below a private answer whose press is answered in words: in the place of that answer, or below it. */
public final class ReplyingButton implements ButtonHandler {
    private final Action action;
    private final Function<ButtonInteractionEvent, RestAction<?>> acknowledgement;
    private final Answer answer;

    /** What is answered. */
    @FunctionalInterface
    public interface Answer {
        Reply to(ButtonInteractionEvent event, CustomId id);
    }

    private ReplyingButton(
            Action action, Function<ButtonInteractionEvent, RestAction<?>> acknowledgement, Answer answer) {
        this.action = action;
        this.acknowledgement = acknowledgement;
        this.answer = answer;
    }

    /** Its own message becomes the answer. */
    public static ReplyingButton inPlace(Action action, Answer answer) {
        return new ReplyingButton(action, ButtonInteractionEvent::deferEdit, answer);
    }

    /**
     * Another message that only the member sees has the answer. Until then it says something else: what is sent after
     * "thinking…" would take its place, and be for that member alone
     * (<a href="https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages">Discord on
     * follow-up messages</a>).
     */
    public static ReplyingButton below(Action action, Supplier<Post> meanwhile, Answer answer) {
        return new ReplyingButton(
                action, event -> event.reply(meanwhile.get().toCreate()).setEphemeral(true), answer);
    }

    @Override
    public Action action() {
        return action;
    }

    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return acknowledgement.apply(event);
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        CustomId id = CustomId.parse(event.getComponentId()).orElseGet(() -> new CustomId(action, song));
        Answers.fill(event.getHook(), answer.to(event, id));
    }
}
