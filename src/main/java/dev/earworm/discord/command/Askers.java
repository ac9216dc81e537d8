package dev.earworm.discord.command;

import dev.earworm.discord.delivery.Sending;
import dev.earworm.discord.delivery.Sending.CallFailedException;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Venue;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.RoleId;
import dev.earworm.settings.AccessPolicy.Asker;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.sharding.ShardManager;

/** Finds out of somebody what a guild's rules ask. */
final class Askers {
    private Askers() {}

    /** Whoever asks, as the guild knows them. */
    sealed interface Known {
        record Member(Asker asker) implements Known {}

        /** They have left, or were made to; without roles. */
        record Stranger(Asker asker) implements Known {}

        /** The guild cannot be asked just now, or is none of this process's. */
        record Nobody() implements Known {}
    }

    /**
     * Who asks and where, by the rules of this guild. Somebody who is elsewhere, in direct messages below a song of the
     * guild, is looked up there.
     *
     * @param channel where in the guild they count as asking, if they are elsewhere
     */
    static Known of(Interaction interaction, GuildId guild, ChannelId channel) {
        return isThere(interaction, guild)
                ? new Known.Member(new Asker(
                        home(interaction.getGuildChannel()), roles(Objects.requireNonNull(interaction.getMember()))))
                : lookedUp(interaction, guild, channel);
    }

    /** Whether somebody asks from within the guild, and so is one of its members. */
    static boolean isThere(Interaction interaction, GuildId guild) {
        return Origin.venue(interaction) == Venue.GUILD
                && Origin.account(interaction).guild().equals(guild);
    }

    private static Known lookedUp(Interaction interaction, GuildId id, ChannelId channel) {
        ShardManager shards = interaction.getJDA().getShardManager();
        Guild guild = shards == null ? null : shards.getGuildById(id.value());
        return guild == null
                ? new Known.Nobody()
                : lookedUp(guild, interaction.getUser().getIdLong(), home(guild, channel));
    }

    private static Known lookedUp(Guild guild, long user, ChannelId home) {
        try {
            Member member = Sending.await(guild.retrieveMemberById(user).useCache(false));
            return new Known.Member(new Asker(home, roles(member)));
        } catch (ErrorResponseException e) {
            boolean isNoMember = e.getErrorResponse() == ErrorResponse.UNKNOWN_MEMBER
                    || e.getErrorResponse() == ErrorResponse.UNKNOWN_USER;
            return isNoMember ? new Known.Stranger(new Asker(home, Set.of())) : new Known.Nobody();
        } catch (CallFailedException e) {
            return new Known.Nobody();
        }
    }

    private static Set<RoleId> roles(Member member) {
        Set<RoleId> roles = new HashSet<>();
        member.getUnsortedRoles().stream()
                .map(ISnowflake::getIdLong)
                .map(RoleId::new)
                .forEach(roles::add);
        roles.add(new RoleId(member.getGuild().getPublicRole().getIdLong()));
        return roles;
    }

    private static ChannelId home(Guild guild, ChannelId id) {
        GuildChannel channel = guild.getGuildChannelById(id.value());
        return channel == null ? id : home(channel);
    }

    /** The channel itself, or the one that the thread is below. */
    private static ChannelId home(GuildChannel channel) {
        return new ChannelId(
                channel instanceof ThreadChannel thread
                        ? thread.getParentChannel().getIdLong()
                        : channel.getIdLong());
    }
}
