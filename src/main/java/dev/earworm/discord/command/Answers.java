package dev.earworm.discord.command;

import dev.earworm.discord.delivery.Sending;
import dev.earworm.discord.delivery.Sending.CallFailedException;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.Visibility;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what was to be said after an interaction was acknowledged, and waits until it is there. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final MessageEditData WITHOUT_BUTTONS = new MessageEditBuilder()
            .setComponents()
            .setAllowedMentions(List.of())
            .build();

    private Answers() {}

    /** Fills the message that the acknowledgement announced. */
    public static void fill(InteractionHook hook, Reply reply) {
        tell(reply, Sending.await(hook.editOriginal(reply.post().toEdit())));
    }

    /** The same with a file. */
    public static void fill(InteractionHook hook, Reply reply, FileUpload file) {
        MessageEditData edit =
                MessageEditBuilder.from(reply.post().toEdit()).setFiles(file).build();
        tell(reply, Sending.await(hook.editOriginal(edit)));
    }

    /** Posts another message. */
    public static void followUp(InteractionHook hook, Reply reply, Visibility visibility) {
        tell(
                reply,
                Sending.await(
                        hook.sendMessage(reply.post().toCreate()).setEphemeral(visibility == Visibility.PRIVATE)));
    }

    /** Says something to the member alone, beside what is there. */
    public static void aside(InteractionHook hook, String sentence) {
        followUp(hook, Reply.of(sentence), Visibility.PRIVATE);
    }

    /** Takes the buttons off the message on which one was pressed, if that can be done. */
    public static void removeButtons(InteractionHook hook) {
        try {
            Sending.await(hook.editOriginal(WITHOUT_BUTTONS));
        } catch (ErrorResponseException | CallFailedException e) {
            LOG.info("buttons that were used are still there: {}", e.getMessage());
        }
    }

    private static void tell(Reply reply, Message message) {
        reply.onceSent().accept(new MessageId(message.getIdLong()));
    }
}
