package dev.earworm.discord.delivery;

import dev.earworm.audio.AudioKind;
import dev.earworm.audio.Voice;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Venue;
import dev.earworm.jobs.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import okhttp3.MediaType;

/** Posts voice messages where their songs are: in the guild's channel, or in their member's direct messages. */
final class VoicePostman {
    /** As Discord's own apps call it. */
    static final String FILE_NAME = "voice-message.ogg";

    private static final MediaType OGG = MediaType.get(AudioKind.OPUS.mediaType());

    /** The first to fetch the song from where it was posted. */
    private static final List<Permission> NEEDED =
            List.of(Permission.MESSAGE_HISTORY, Permission.MESSAGE_ATTACH_VOICE_MESSAGE);

    private final Places places;

    VoicePostman(Places places) {
        this.places = places;
    }

    /** What can be said beforehand of why there will be none. */
    Optional<VoiceOutcome> obstacle(Job job) {
        if (!isInChannel(job)) {
            return Optional.empty();
        }
        return switch (places.channel(job)) {
            case Places.Found.Open open -> missing(open.channel()).map(VoiceOutcome.Forbidden::new);
            case Places.Found.NotLoaded _, Places.Found.Gone _ -> Optional.empty();
        };
    }

    /** What the bot lacks in a channel to send voices there. */
    static Optional<Permission> missing(GuildMessageChannel channel) {
        Member bot = channel.getGuild().getSelfMember();
        return NEEDED.stream()
                .filter(permission -> !bot.hasPermission(channel, permission))
                .findFirst();
    }

    Sent send(Job job, Voice voice) {
        return isInChannel(job) ? toChannel(job, voice) : directly(job, voice);
    }

    /** A private song may have been an answer in the channel that only its member saw; its voice never goes there. */
    private static boolean isInChannel(Job job) {
        return job.destination().visibility() == Visibility.PUBLIC
                && job.destination().venue() != Venue.DIRECT_MESSAGES
                && job.trackMessage()
                        .map(PostedAt::channel)
                        .filter(job.destination().channel()::equals)
                        .isPresent();
    }

    private Sent toChannel(Job job, Voice voice) {
        return switch (places.channel(job)) {
            case Places.Found.Open open ->
                Sending.attempt(() -> open.channel().sendMessage(message(voice)).setNonce(nonce(job)));
            case Places.Found.NotLoaded _ -> Postman.NOT_CONNECTED;
            case Places.Found.Gone _ -> Postman.NO_CHANNEL;
        };
    }

    private Sent directly(Job job, Voice voice) {
        return places.directMessages(job.account().user())
                .map(open -> Sending.attempt(() -> open.flatMap(
                        channel -> channel.sendMessage(message(voice)).setNonce(nonce(job)))))
                .orElse(Postman.NOT_CONNECTED);
    }

    private static String nonce(Job job) {
        return "v" + job.id();
    }

    private static MessageCreateData message(Voice voice) {
        Duration length = voice.length();
        return new MessageCreateBuilder()
                .setAllowedMentions(List.of())
                .setFiles(TrackFiles.upload(FILE_NAME, voice.file())
                        .asVoiceMessage(OGG, voice.waveform().points(), length))
                .build();
    }
}
