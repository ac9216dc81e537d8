package dev.earworm.discord.command;

import dev.earworm.discord.delivery.Sending;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.Visibility;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Sends what was to be said after an interaction was acknowledged, and waits until it is there. */
public final class Answers {
    private static final MessageEditData WITHOUT_BUTTONS = new MessageEditBuilder()
            .setComponents()
            .setAllowedMentions(List.of())
            .build();

    private Answers() {}

    /** Fills the message that the acknowledgement announced. */
    public static void fill(InteractionHook hook, Reply reply) {
        tell(reply, Sending.await(hook.editOriginal(reply.post().toEdit())));
    }

    /** Posts another message. */
    public static void followUp(InteractionHook hook, Reply reply, Visibility visibility) {
        tell(
                reply,
                Sending.await(
                        hook.sendMessage(reply.post().toCreate()).setEphemeral(visibility == Visibility.PRIVATE)));
    }

    /** Takes the buttons off the message on which one was pressed. */
    public static void removeButtons(InteractionHook hook) {
        Sending.await(hook.editOriginal(WITHOUT_BUTTONS));
    }

    private static void tell(Reply reply, Message message) {
        reply.onceSent().accept(new MessageId(message.getIdLong()));
    }
}
