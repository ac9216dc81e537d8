package dev.earworm.discord.delivery;

import dev.earworm.discord.delivery.Sending.CallFailedException;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Venue;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;

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
            case Places.Found.Gone _ -> isInChannel(job, at) ? Postman.NO_CHANNEL : directly(job, at);
        };
    }

    /** Takes the message away; one that is gone already is, too. */
    Removal remove(Job job, PostedAt at) {
        long message = at.message().value();
        return switch (places.channel(job.account().guild(), at.channel())) {
            case Places.Found.Open open -> removed(() -> open.channel().deleteMessageById(message));
            case Places.Found.NotLoaded _ -> new Removal.Later("not connected to Discord");
            case Places.Found.Gone _
            when isInChannel(job, at) ->
                new Removal.OutOfReach("there is no such channel any more, or the thread is archived");
            case Places.Found.Gone _ ->
                places.directMessages(job.account().user())
                        .map(open -> removed(() -> open.flatMap(channel -> channel.deleteMessageById(message))))
                        .orElseGet(() -> new Removal.Later("not connected to Discord"));
        };
    }

    private static Removal removed(Supplier<RestAction<Void>> deletion) {
        try {
            Sending.await(deletion.get());
            return new Removal.Removed();
        } catch (ErrorResponseException e) {
            return e.getErrorResponse() == ErrorResponse.UNKNOWN_MESSAGE
                    ? new Removal.Removed()
                    : judged(SendFailurePolicy.judge(e.getResponse().code, e.getErrorCode(), e.getMeaning()));
        } catch (InsufficientPermissionException e) {
            return new Removal.OutOfReach(String.valueOf(e.getMessage()));
        } catch (CallFailedException e) {
            return new Removal.Later(String.valueOf(e.getMessage()));
        }
    }

    private static Removal judged(Sent failure) {
        return switch (failure) {
            case Sent.Later later -> new Removal.Later(later.detail());
            case Sent.Closed closed -> new Removal.OutOfReach(closed.detail());
            case Sent.TooLarge tooLarge -> new Removal.OutOfReach(tooLarge.detail());
            case Sent.Done _ -> new Removal.Removed();
        };
    }

    static PostedAt at(Message message) {
        return new PostedAt(new ChannelId(message.getChannelIdLong()), new MessageId(message.getIdLong()));
    }

    /** In the one where the song was asked for, unless those are direct messages anyway. */
    private static boolean isInChannel(Job job, PostedAt at) {
        return at.channel().equals(job.destination().channel())
                && job.destination().venue() != Venue.DIRECT_MESSAGES;
    }

    private Sent directly(Job job, PostedAt at) {
        return places.directMessages(job.account().user())
                .map(open -> Sending.attempt(() -> open.flatMap(
                        channel -> channel.retrieveMessageById(at.message().value()))))
                .orElse(Postman.NOT_CONNECTED);
    }
}
