package dev.earworm.discord.delivery;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.entities.GuildImpl;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/**
 * Asks Discord for a thread that JDA does not know: a bot that logs in is told of active threads only, and a message wakes
 * an archived one (<a href="https://docs.discord.com/developers/topics/threads#active-archived-threads">Discord on
 * archived threads</a>). JDA's public side can list them and cannot ask for one, hence its inner classes, here alone.
 */
final class ForgottenThreads {
    private ForgottenThreads() {}

    /** Empty where it is a channel of another kind, or its own channel is gone. */
    static RestAction<Optional<ThreadChannel>> retrieve(Guild guild, long id) {
        return new RestActionImpl<>(
                guild.getJDA(),
                Route.Channels.GET_CHANNEL.compile(Long.toUnsignedString(id)),
                (response, _) -> thread(guild, response.getObject()));
    }

    private static Optional<ThreadChannel> thread(Guild guild, DataObject channel) {
        boolean isThread = ChannelType.fromId(channel.getInt("type")).isThread()
                && channel.getUnsignedLong("guild_id", 0) == guild.getIdLong()
                && guild.getGuildChannelById(channel.getUnsignedLong("parent_id", 0)) != null;
        return isThread
                ? Optional.of(((JDAImpl) guild.getJDA())
                        .getEntityBuilder()
                        // Not into JDA's memory: it will hear of the thread once that is awake.
                        .createThreadChannel((GuildImpl) guild, channel, guild.getIdLong(), false))
                : Optional.empty();
    }
}
