package dev.earworm.discord.delivery;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;

/** Finds messages again that brought a song, in the guild's channels and in its member's direct messages. */
final class PostedMessages {
    private final Places places;

    PostedMessages(Places places) {
        this.places = places;
    }

    /** The message as it is now. */
    Sent retrieve(Job job, PostedAt at) {
        return switch (places.channel(job.account().guild(), at.channel())) {
            case Places.Found.Open open ->
                Sending.attempt(
                        () -> open.channel().retrieveMessageById(at.message().value()));
            case Places.Found.NotLoaded _ -> Postman.NOT_CONNECTED;
            case Places.Found.Gone _ -> isWhereItWasAskedFor(job, at) ? Postman.NO_CHANNEL : directly(job, at);
        };
    }

    private static boolean isWhereItWasAskedFor(Job job, PostedAt at) {
        return at.channel().equals(job.destination().channel());
    }

    private Sent directly(Job job, PostedAt at) {
        return places.directMessages(job.account().user())
                .map(open -> Sending.attempt(() -> open.flatMap(
                        channel -> channel.retrieveMessageById(at.message().value()))))
                .orElse(Postman.NOT_CONNECTED);
    }
}
