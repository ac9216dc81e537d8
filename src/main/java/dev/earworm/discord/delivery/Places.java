package dev.earworm.discord.delivery;

import dev.earworm.discord.delivery.Sending.CallFailedException;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination.InteractionToken;
import dev.earworm.jobs.Job;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.sharding.ShardManager;

/** Finds the places where messages go, in what the connected shards know. */
final class Places {
    private final Shards shards;

    Places(Shards shards) {
        this.shards = shards;
    }

    /** What is known of a channel. */
    sealed interface Found {
        record Open(GuildMessageChannel channel) implements Found {}

        /** The guild's shard is not connected (yet), or Discord is not well: nothing can be said. */
        record NotLoaded() implements Found {}

        /** The bot is no longer in the guild, or the channel or thread is gone or hidden from it; or there never was one. */
        record Gone() implements Found {}
    }

    /** Where a song goes. */
    Found channel(Job job) {
        return channel(job.account().guild(), job.destination().channel());
    }

    Found channel(GuildId guild, ChannelId channel) {
        if (guild.isOutside()) {
            return new Found.Gone();
        }
        return shards.connected()
                .map(connected -> channel(connected, guild.value(), channel.value()))
                .orElse(new Found.NotLoaded());
    }

    private static Found channel(ShardManager connected, long guildId, long channelId) {
        Guild guild = connected.getGuildById(guildId);
        if (guild == null) {
            return isLoaded(connected, guildId) ? new Found.Gone() : new Found.NotLoaded();
        }
        GuildMessageChannel channel = guild.getChannelById(GuildMessageChannel.class, channelId);
        return channel == null ? forgotten(guild, channelId) : new Found.Open(channel);
    }

    /** JDA does not know every thread. */
    private static Found forgotten(Guild guild, long channelId) {
        try {
            return Sending.await(ForgottenThreads.retrieve(guild, channelId))
                    .<Found>map(Found.Open::new)
                    .orElseGet(Found.Gone::new);
        } catch (ErrorResponseException e) {
            Sent judged = SendFailurePolicy.judge(e.getResponse().code, e.getErrorCode(), e.getMeaning());
            return judged instanceof Sent.Later ? new Found.NotLoaded() : new Found.Gone();
        } catch (CallFailedException e) {
            return new Found.NotLoaded();
        }
    }

    /** The way to answer a command, from any shard; empty while none is up. */
    Optional<InteractionHook> hook(InteractionToken token) {
        return anyShard().map(shard -> InteractionHook.from(shard, token.value()));
    }

    Optional<RestAction<PrivateChannel>> directMessages(UserId user) {
        return anyShard().map(shard -> shard.openPrivateChannelById(user.value()));
    }

    /** A guild that is missing from a connected shard is one that the bot has left, unless Discord says it is down. */
    private static boolean isLoaded(ShardManager connected, long guild) {
        JDA shard = connected.getShardById((int) ((guild >>> 22) % connected.getShardsTotal()));
        return shard != null && shard.getStatus() == JDA.Status.CONNECTED && !shard.isUnavailable(guild);
    }

    private Optional<JDA> anyShard() {
        return shards.connected()
                .flatMap(connected -> connected.getShards().stream()
                        .filter(shard -> shard.getStatus() != JDA.Status.SHUTDOWN)
                        .findFirst());
    }
}
