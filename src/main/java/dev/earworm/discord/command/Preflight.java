package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.Listing;
import dev.earworm.discord.words.PermissionWords;
import dev.earworm.jobs.Visibility;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;

/**
 * Asks, before anything is reserved, whether the bot could post the finished song here. A private song comes by direct
 * message and needs nothing of the channel.
 */
public final class Preflight {
    private Preflight() {}

    /**
     * All that the bot can come to need in a guild, and so what its invite link asks for: to post songs, also in the chats of
     * voice channels, which are closed to whoever may not join them, to fetch them again from where they were posted, and
     * to send them as voice messages.
     */
    public static Set<Permission> everNeeded() {
        Set<Permission> needed = neededToPost();
        needed.add(Permission.MESSAGE_HISTORY);
        needed.add(Permission.MESSAGE_ATTACH_VOICE_MESSAGE);
        return needed;
    }

    private static Set<Permission> neededToPost() {
        return EnumSet.of(
                Permission.VIEW_CHANNEL,
                Permission.MESSAGE_SEND,
                Permission.MESSAGE_SEND_IN_THREADS,
                Permission.MESSAGE_EMBED_LINKS,
                Permission.MESSAGE_ATTACH_FILES,
                Permission.VOICE_CONNECT);
    }

    /** Exactly what is missing, in a sentence; empty when nothing is. Outside of guilds there is nothing to miss. */
    static Optional<String> obstacle(Interaction interaction, Visibility visibility) {
        return switch (visibility) {
            case PRIVATE -> Optional.empty();
            case PUBLIC ->
                switch (Origin.venue(interaction)) {
                    case GUILD -> obstacle(interaction.getGuildChannel());
                    case DIRECT_MESSAGES, ELSEWHERE -> Optional.empty();
                };
        };
    }

    private static Optional<String> obstacle(GuildChannel channel) {
        List<Permission> missing = missing(channel);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = Listing.of(missing.stream().map(PermissionWords::of));
        return Optional.of(say("preflight.missing", missing.size(), names));
    }

    /** What the bot may not do and has to, to post songs in this channel, or in the threads of this forum. */
    public static List<Permission> missing(GuildChannel channel) {
        // Explicit ones: without View Channel all others count as missing.
        Set<Permission> held = channel.getGuild().getSelfMember().getPermissionsExplicit(channel);
        return missing(held, channel.getType());
    }

    /** In the order in which Discord's own settings list them. */
    static List<Permission> missing(Set<Permission> held, ChannelType type) {
        if (held.contains(Permission.ADMINISTRATOR)) {
            return List.of();
        }
        Set<Permission> missing = neededToPost();
        missing.remove(isWrittenInThreads(type) ? Permission.MESSAGE_SEND : Permission.MESSAGE_SEND_IN_THREADS);
        if (!type.isAudio()) {
            missing.remove(Permission.VOICE_CONNECT);
        }
        missing.removeAll(held);
        return List.copyOf(missing);
    }

    private static boolean isWrittenInThreads(ChannelType type) {
        return type.isThread() || type == ChannelType.FORUM || type == ChannelType.MEDIA;
    }
}
