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
import java.util.Optional;
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

    /**
     * Who asks and where, by the rules of this guild. Somebody who is elsewhere, in direct messages below a song of the
     * guild, is looked up there.
     *
     * @param channel where in the guild they count as asking, if they are elsewhere
     * @return empty where the guild cannot be asked just now, or is none of this process's
     */
    static Optional<Asker> of(Interaction interaction, GuildId guild, ChannelId channel) {
        boolean isThere = Origin.venue(interaction) == Venue.GUILD
                && Origin.account(interaction).guild().equals(guild);
        return isThere
                ? Optional.of(new Asker(home(interaction.getGuildChannel()), roles(interaction.getMember())))
                : lookedUp(interaction, guild, channel);
    }

    private static Optional<Asker> lookedUp(Interaction interaction, GuildId id, ChannelId channel) {
        ShardManager shards = interaction.getJDA().getShardManager();
        Guild guild = shards == null ? null : shards.getGuildById(id.value());
        return Optional.ofNullable(guild)
                .flatMap(there -> roles(there, interaction.getUser().getIdLong())
                        .map(roles -> new Asker(home(there, channel), roles)));
    }

    private static Optional<Set<RoleId>> roles(Guild guild, long user) {
        try {
            return Optional.of(
                    roles(Sending.await(guild.retrieveMemberById(user).useCache(false))));
        } catch (ErrorResponseException e) {
            boolean isNoMember = e.getErrorResponse() == ErrorResponse.UNKNOWN_MEMBER
                    || e.getErrorResponse() == ErrorResponse.UNKNOWN_USER;
            return isNoMember ? Optional.of(Set.of()) : Optional.empty();
        } catch (CallFailedException e) {
            return Optional.empty();
        }
    }

    private static Set<RoleId> roles(Member member) {
        Set<RoleId> roles = new HashSet<>();
        Objects.requireNonNull(member).getUnsortedRoles().stream()
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
