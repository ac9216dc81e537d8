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
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/**
 * Asks, before anything is reserved, whether the bot could post the finished song here. A private song comes by direct
 * message and needs nothing of the channel.
 */
public final class Preflight {
    private static final Set<Permission> SENDING =
            EnumSet.of(Permission.MESSAGE_SEND, Permission.MESSAGE_SEND_IN_THREADS);

    private Preflight() {}

    /**
     * All that the bot can come to need in a guild, and so what its invite link asks for: to post songs, to fetch them
     * again from where they were posted, and to send them as voice messages.
     */
    public static Set<Permission> everNeeded() {
        Set<Permission> needed = neededToPost();
        needed.add(Permission.MESSAGE_HISTORY);
        needed.add(Permission.MESSAGE_ATTACH_VOICE_MESSAGE);
        return needed;
    }

    private static Set<Permission> neededToPost() {
        Set<Permission> needed =
                EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_EMBED_LINKS, Permission.MESSAGE_ATTACH_FILES);
        needed.addAll(SENDING);
        return needed;
    }

    /** Exactly what is missing, in a sentence; empty when nothing is. */
    static Optional<String> obstacle(GuildChannel channel, Visibility visibility) {
        if (visibility == Visibility.PRIVATE) {
            return Optional.empty();
        }
        Set<Permission> held = channel.getGuild().getSelfMember().getPermissions(channel);
        List<Permission> missing = missing(held, sending(channel));
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = Listing.of(missing.stream().map(PermissionWords::of));
        return Optional.of(say("preflight.missing", missing.size(), names));
    }

    /** In the order in which Discord's own settings list them. */
    static List<Permission> missing(Set<Permission> held, Permission sending) {
        if (held.contains(Permission.ADMINISTRATOR)) {
            return List.of();
        }
        Set<Permission> missing = neededToPost();
        missing.removeIf(permission -> SENDING.contains(permission) && permission != sending);
        missing.removeAll(held);
        return List.copyOf(missing);
    }

    private static Permission sending(GuildChannel channel) {
        return channel.getType().isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND;
    }
}
