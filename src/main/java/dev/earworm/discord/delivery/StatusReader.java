package dev.earworm.discord.delivery;

import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Sending.CallFailedException;
import dev.earworm.discord.words.ProgressBar;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.MessageId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Message.MessageFlag;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a process that died has left in Discord, while the token of the song's command lives: that needs no
 * permission. Later there is nothing to be read.
 */
final class StatusReader {
    private static final Logger LOG = LoggerFactory.getLogger(StatusReader.class);

    private final Places places;
    private final InstantSource clock;

    StatusReader(Places places, InstantSource clock) {
        this.places = places;
        this.clock = clock;
    }

    /**
     * The status message of a song that was accepted without anybody having noted where its status is. It is the answer to
     * the song's command, if that is still "thinking" or has the song's own button; any other message is left alone.
     */
    Optional<MessageId> find(Job job) {
        return read(job, InteractionHook::retrieveOriginal)
                .filter(message -> isStatus(message, job))
                .map(message -> new MessageId(message.getIdLong()));
    }

    /** How far the song was, in percent, when the message was last edited; 0 when that cannot be read. */
    int percent(Job job, MessageId message) {
        return read(job, hook -> hook.retrieveMessageById(message.toString()))
                .map(read -> ProgressBar.read(read.getContentRaw()))
                .orElse(0);
    }

    private static boolean isStatus(Message message, Job job) {
        String cancel = new CustomId(Action.CANCEL, job.id()).toString();
        return message.getFlags().contains(MessageFlag.LOADING)
                || message.getComponentTree().findAll(Button.class).stream()
                        .anyMatch(button -> cancel.equals(button.getCustomId()));
    }

    private Optional<Message> read(Job job, Function<InteractionHook, RestAction<Message>> question) {
        try {
            return job.destination()
                    .livingInteraction(clock.instant())
                    .flatMap(places::hook)
                    .map(hook -> Sending.await(question.apply(hook)));
        } catch (ErrorResponseException | CallFailedException e) {
            LOG.debug("the status of song {} cannot be read: {}", job.id(), e.getMessage());
            return Optional.empty();
        }
    }
}
