package dev.earworm.discord.delivery;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.Visibility;
import java.time.InstantSource;
import java.util.Optional;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * Edits a status message: through the command's own token while that lives, which needs no permission and reaches
 * ephemeral messages too, else in the channel.
 */
final class StatusEditor {
    private final Places places;
    private final InstantSource clock;

    StatusEditor(Places places, InstantSource clock) {
        this.places = places;
        this.clock = clock;
    }

    Sent edit(Job job, MessageId message, Post post) {
        MessageEditData edit = post.toEdit();
        Optional<Sent> answered = job.destination()
                .livingInteraction(clock.instant())
                .flatMap(places::hook)
                .map(hook -> Sending.attempt(() -> hook.editMessageById(message.value(), edit)));
        boolean isClosed = answered.isEmpty() || answered.get() instanceof Sent.Closed;
        return isClosed ? inChannel(job, message, edit) : answered.get();
    }

    private Sent inChannel(Job job, MessageId message, MessageEditData edit) {
        if (job.destination().visibility() == Visibility.PRIVATE) {
            return new Sent.Closed("an ephemeral message cannot be edited any more");
        }
        return switch (job.destination().venue()) {
            case GUILD -> inGuild(job, message, edit);
            case DIRECT_MESSAGES -> directly(job, message, edit);
            case ELSEWHERE -> new Sent.Closed("an answer cannot be edited any more where the bot is not");
        };
    }

    private Sent directly(Job job, MessageId message, MessageEditData edit) {
        return places.directMessages(job.account().user())
                .map(open ->
                        Sending.attempt(() -> open.flatMap(channel -> channel.editMessageById(message.value(), edit))))
                .orElse(Postman.NOT_CONNECTED);
    }

    private Sent inGuild(Job job, MessageId message, MessageEditData edit) {
        return switch (places.channel(job)) {
            case Places.Found.Open open -> inChannel(open.channel(), message, edit);
            case Places.Found.NotLoaded _ -> Postman.NOT_CONNECTED;
            case Places.Found.Gone _ -> Postman.NO_CHANNEL;
        };
    }

    private static Sent inChannel(GuildMessageChannel channel, MessageId message, MessageEditData edit) {
        return Sending.attempt(() -> channel.editMessageById(message.value(), edit));
    }
}
