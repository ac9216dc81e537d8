package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.GuildFinding.Problem;
import dev.earworm.discord.command.GuildFinding.Well;
import dev.earworm.discord.words.Listing;
import dev.earworm.discord.words.PermissionWords;
import dev.earworm.jobs.ChannelId;
import dev.earworm.quota.GuildId;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.SettingsStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;

/**
 * Whether the bot may do its work in the channels where songs may be asked for, and write into the log channel. Where they
 * may be asked for everywhere, that is every channel that the bot sees, since others were closed to it on purpose.
 */
public final class ChannelExamination implements GuildExamination {
    private static final int PROBLEMS_SHOWN = 8;

    private final SettingsStore settings;

    public ChannelExamination(SettingsStore settings) {
        this.settings = settings;
    }

    @Override
    public List<GuildFinding> examine(Interaction interaction) {
        Guild guild = Objects.requireNonNull(interaction.getGuild());
        GuildSettings set = settings.of(new GuildId(guild.getIdLong()));
        List<GuildFinding> findings = new ArrayList<>();
        Set<ChannelId> allowed = set.access().channels();
        findings.addAll(allowed.isEmpty() ? everywhere(guild) : allowed(guild, allowed));
        findings.add(log(guild, set.log()));
        return findings;
    }

    private static List<GuildFinding> everywhere(Guild guild) {
        List<GuildChannel> seen = guild.getChannels().stream()
                .filter(ChannelExamination::takesSongs)
                .filter(channel -> held(channel).contains(Permission.VIEW_CHANNEL))
                .toList();
        return seen.isEmpty()
                ? List.of(new Problem(say("doctor.no-channel")))
                : inAll(seen.stream().flatMap(channel -> in(channel).stream()).toList(), seen.size());
    }

    private static List<GuildFinding> allowed(Guild guild, Collection<ChannelId> allowed) {
        List<GuildFinding> problems = allowed.stream()
                .flatMap(id -> Optional.ofNullable(guild.getGuildChannelById(id.value()))
                        .map(channel -> in(channel).stream())
                        .orElseGet(() -> Stream.of(new Problem(say("doctor.channel-gone", mention(id))))))
                .toList();
        return inAll(problems, allowed.size());
    }

    private static List<GuildFinding> inAll(List<GuildFinding> problems, int channels) {
        if (problems.isEmpty()) {
            return List.of(new Well(say("doctor.channels", channels)));
        }
        if (problems.size() <= PROBLEMS_SHOWN) {
            return problems;
        }
        Problem more = new Problem(say("doctor.more-channels", problems.size() - PROBLEMS_SHOWN));
        return Stream.concat(problems.stream().limit(PROBLEMS_SHOWN), Stream.of(more))
                .toList();
    }

    private static Optional<GuildFinding> in(GuildChannel channel) {
        List<Permission> toPost = Preflight.missing(held(channel), type(channel));
        if (!toPost.isEmpty()) {
            return Optional.of(
                    new Problem(say("doctor.cannot-post", channel.getAsMention(), toPost.size(), names(toPost))));
        }
        List<Permission> besides =
                missing(channel, EnumSet.of(Permission.MESSAGE_HISTORY, Permission.MESSAGE_ATTACH_VOICE_MESSAGE));
        return besides.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(say("doctor.cannot-all", channel.getAsMention(), besides.size(), names(besides))));
    }

    private static GuildFinding log(Guild guild, Optional<ChannelId> chosen) {
        if (chosen.isEmpty()) {
            return new Well(say("doctor.no-log"));
        }
        GuildChannel channel = guild.getGuildChannelById(chosen.get().value());
        if (channel == null) {
            return new Problem(say("doctor.log-gone"));
        }
        Permission writing =
                channel.getType().isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND;
        List<Permission> missing = missing(channel, EnumSet.of(Permission.VIEW_CHANNEL, writing));
        return missing.isEmpty()
                ? new Well(say("doctor.log", channel.getAsMention()))
                : new Problem(say("doctor.cannot-log", channel.getAsMention(), missing.size(), names(missing)));
    }

    private static List<Permission> missing(GuildChannel channel, EnumSet<Permission> needed) {
        Set<Permission> held = held(channel);
        if (held.contains(Permission.ADMINISTRATOR)) {
            return List.of();
        }
        needed.removeAll(held);
        return List.copyOf(needed);
    }

    /** Explicit ones: without View Channel all others count as missing. */
    private static Set<Permission> held(GuildChannel channel) {
        return channel.getGuild().getSelfMember().getPermissionsExplicit(channel);
    }

    /** Forums hold posts, which are threads. */
    private static ChannelType type(GuildChannel channel) {
        return isForum(channel.getType()) ? ChannelType.GUILD_PUBLIC_THREAD : channel.getType();
    }

    private static boolean takesSongs(GuildChannel channel) {
        return channel.getType().isMessage() || isForum(channel.getType());
    }

    private static boolean isForum(ChannelType type) {
        return type == ChannelType.FORUM || type == ChannelType.MEDIA;
    }

    private static String names(List<Permission> permissions) {
        return Listing.of(permissions.stream().map(PermissionWords::of));
    }

    private static String mention(ChannelId channel) {
        return "<#" + channel + ">";
    }
}
