package dev.earworm.jobs;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a song goes when it is done.
 *
 * @param interaction the way to answer the command itself, which needs no permission in the channel
 * @param uploadLimit the largest file in bytes that Discord takes there
 * @param language of what is said about the song
 * @param venue what kind of place the channel is
 */
public record Destination(
        ChannelId channel,
        Visibility visibility,
        Optional<InteractionToken> interaction,
        long uploadLimit,
        Locale language,
        Venue venue) {
    /** In a guild. */
    public Destination(
            ChannelId channel,
            Visibility visibility,
            Optional<InteractionToken> interaction,
            long uploadLimit,
            Locale language) {
        this(channel, visibility, interaction, uploadLimit, language, Venue.GUILD);
    }

    /** The same for a song that another command, or a button, asks for. */
    public Destination answering(InteractionToken other) {
        return new Destination(channel, visibility, Optional.of(other), uploadLimit, language, venue);
    }

    /**
     * A secret that lets the bot answer one command for a quarter of an hour.
     *
     * @param expiresAt 15 minutes after the command (Discord, "Receiving and Responding to Interactions")
     */
    public record InteractionToken(String value, Instant expiresAt) {
        public boolean livesAt(Instant now) {
            return now.isBefore(expiresAt);
        }

        @Override
        public String toString() {
            return "InteractionToken[expiresAt=" + expiresAt + "]";
        }
    }

    /** The token, if Discord still takes it. */
    public Optional<InteractionToken> livingInteraction(Instant now) {
        return interaction.filter(token -> token.livesAt(now));
    }
}
