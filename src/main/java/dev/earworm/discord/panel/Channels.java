package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.Listing;
import dev.earworm.discord.words.PermissionWords;
import dev.earworm.jobs.ChannelId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** Channels that admins choose: whether they are there, and whether the bot can do its work in them. */
final class Channels {
    /** As many as one menu takes. */
    static final int MOST = 25;

    /** So that the panel stays one message. */
    private static final int MOST_WARNINGS = 4;

    private Channels() {}

    /** Those that were chosen; empty unless all are of this guild and of these types. */
    static Optional<Set<ChannelId>> read(List<String> answer, Guild guild, Set<ChannelType> types) {
        Set<ChannelId> chosen = new HashSet<>();
        for (String text : answer) {
            OptionalLong id = Controls.identifier(text);
            GuildChannel channel = id.isEmpty() ? null : guild.getGuildChannelById(id.getAsLong());
            if (channel == null || !types.contains(channel.getType())) {
                return Optional.empty();
            }
            chosen.add(new ChannelId(channel.getIdLong()));
        }
        return chosen.isEmpty() || chosen.size() > MOST ? Optional.empty() : Optional.of(chosen);
    }

    /** A menu cannot hold one that is gone. */
    static List<Long> existing(Guild guild, Collection<ChannelId> channels) {
        return channels.stream()
                .map(ChannelId::value)
                .filter(id -> guild.getGuildChannelById(id) != null)
                .sorted()
                .toList();
    }

    /** Which of the channels are gone, and what the bot may not do in the others. */
    static List<String> warnings(
            Guild guild, Collection<ChannelId> channels, Function<GuildChannel, List<Permission>> missing) {
        List<String> warnings = new ArrayList<>();
        List<Long> existing = existing(guild, channels);
        if (existing.size() < channels.size()) {
            warnings.add(say("settings.channels-gone", channels.size() - existing.size()));
        }
        existing.stream()
                .map(guild::getGuildChannelById)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(GuildChannel::getIdLong))
                .flatMap(channel -> warning(channel, missing.apply(channel)).stream())
                .limit(MOST_WARNINGS)
                .forEach(warnings::add);
        return warnings;
    }

    private static Optional<String> warning(GuildChannel channel, List<Permission> missing) {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(say(
                        "settings.permissions-missing",
                        channel.getAsMention(),
                        Listing.of(missing.stream().map(PermissionWords::of)),
                        missing.size()));
    }
}
