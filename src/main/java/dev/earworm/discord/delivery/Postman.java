package dev.earworm.discord.delivery;

import dev.earworm.discord.delivery.Ladder.Rung;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Visibility;
import java.time.Duration;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Tries one way to post a message. */
final class Postman {
    static final Sent NOT_CONNECTED = new Sent.Later(Duration.ofSeconds(2), "not connected to Discord");
    static final Sent NO_CHANNEL = new Sent.Closed("there is no such channel any more");

    private final Places places;

    Postman(Places places) {
        this.places = places;
    }

    Sent send(Rung rung, Job job, Parcel parcel) {
        return switch (rung) {
            case Rung.Channel _ -> toChannel(job, parcel);
            case Rung.Interaction answer ->
                places.hook(answer.token())
                        .map(hook -> answer(hook, job.destination().visibility(), parcel))
                        .orElse(NOT_CONNECTED);
            case Rung.Direct _ -> directly(job, parcel);
        };
    }

    private Sent toChannel(Job job, Parcel parcel) {
        return switch (places.channel(job)) {
            case Places.Found.Open open -> post(open.channel(), parcel);
            case Places.Found.NotLoaded _ -> NOT_CONNECTED;
            case Places.Found.Gone _ -> NO_CHANNEL;
        };
    }

    private static Sent post(GuildMessageChannel channel, Parcel parcel) {
        MessageCreateData message = parcel.message().apply(Surroundings.of(channel));
        return Sending.attempt(() -> channel.sendMessage(message).setNonce(parcel.nonce()));
    }

    private static Sent answer(InteractionHook hook, Visibility visibility, Parcel parcel) {
        MessageCreateData message = parcel.message().apply(Surroundings.ANSWER);
        return Sending.attempt(() -> hook.sendMessage(message).setEphemeral(visibility == Visibility.PRIVATE));
    }

    private Sent directly(Job job, Parcel parcel) {
        MessageCreateData message = parcel.message().apply(Surroundings.DIRECT);
        return places.directMessages(job.account().user())
                .map(open -> Sending.attempt(() ->
                        open.flatMap(channel -> channel.sendMessage(message).setNonce(parcel.nonce()))))
                .orElse(NOT_CONNECTED);
    }
}
