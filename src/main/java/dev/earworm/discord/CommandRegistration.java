package dev.earworm.discord;

import dev.earworm.discord.command.MemberCommand;
import dev.earworm.discord.delivery.Sending;
import dev.earworm.discord.delivery.Sending.CallFailedException;
import dev.earworm.quota.GuildId;
import dev.earworm.settings.RegisteredGuilds;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Discord which commands there are, but only when it knows others: each new one counts against 200 a day
 * (<a href="https://docs.discord.com/developers/interactions/application-commands#registering-a-command">Discord,
 * registering a command</a>).
 *
 * <p>Commands are offered everywhere or in a few guilds, never both, or members there would see each twice. A guild that
 * gets commands of its own is written down first, so that they can be taken back later without asking every guild; that
 * happens as the guild comes up, on whichever shard that is. If Discord refuses, it keeps the commands it has and the bot
 * works on with those.
 */
final class CommandRegistration extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);

    private final List<CommandData> commands;
    private final CommandsConfig place;
    private final RegisteredGuilds registered;

    CommandRegistration(Features features, DiscordConfig config, RegisteredGuilds registered) {
        CommandContexts contexts = new CommandContexts(config.outside());
        this.commands = features.commands().stream()
                .map(MemberCommand::data)
                .<CommandData>map(data -> contexts.put(data).setLocalizationFunction(new CommandWords()))
                .toList();
        this.place = config.commands();
        this.registered = registered;
    }

    /** The commands for everywhere; may be repeated. */
    void bringUpToDate(JDA connection) {
        boolean _ = isUpToDate(new CommandScope.Everywhere(connection), forEverywhere());
    }

    private List<CommandData> forEverywhere() {
        return switch (place) {
            case CommandsConfig.Global _ -> commands;
            case CommandsConfig.InGuilds _ -> List.of();
        };
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        bringUpToDate(event.getGuild());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        bringUpToDate(event.getGuild());
    }

    private void bringUpToDate(Guild guild) {
        GuildId id = new GuildId(guild.getIdLong());
        CommandScope scope = new CommandScope.OneGuild(guild);
        if (isChosen(guild)) {
            registered.add(id);
            boolean _ = isUpToDate(scope, commands);
        } else if (registered.has(id) && isUpToDate(scope, List.of())) {
            registered.remove(id);
        }
    }

    /** What Discord offers compared with what there is. */
    enum Found {
        AS_THEY_SHOULD_BE,
        OTHERS,
        /** Discord does not say just now. */
        UNKNOWN
    }

    /** Looks, and changes nothing. */
    Found lookUp(Guild guild) {
        try {
            CommandScope everywhere = new CommandScope.Everywhere(guild.getJDA());
            CommandScope here = new CommandScope.OneGuild(guild);
            boolean isOffered =
                    isKnown(everywhere, forEverywhere()) && isKnown(here, isChosen(guild) ? commands : List.of());
            return isOffered ? Found.AS_THEY_SHOULD_BE : Found.OTHERS;
        } catch (ErrorResponseException | CallFailedException e) {
            LOG.info("Discord does not say which commands it offers in guild {}: {}", guild.getId(), e.getMessage());
            return Found.UNKNOWN;
        }
    }

    private static boolean isKnown(CommandScope scope, List<CommandData> wanted) {
        return CommandShape.areSame(scope, known(scope), wanted);
    }

    private static List<CommandData> known(CommandScope scope) {
        return Sending.await(scope.retrieve()).stream()
                .map(CommandData::fromCommand)
                .toList();
    }

    private boolean isChosen(Guild guild) {
        return switch (place) {
            case CommandsConfig.Global _ -> false;
            case CommandsConfig.InGuilds some -> some.guilds().contains(guild.getIdLong());
        };
    }

    /** Afterwards; false where Discord said no, or nothing. */
    private static boolean isUpToDate(CommandScope scope, List<CommandData> wanted) {
        try {
            if (!isKnown(scope, wanted)) {
                Sending.await(scope.replace().addCommands(wanted));
                LOG.info("Discord offers {} commands {} from now on", wanted.size(), scope);
            }
            return true;
        } catch (ErrorResponseException | CallFailedException e) {
            LOG.warn(
                    "Discord did not take the commands {}: {}. It keeps those that it has until the next start.",
                    scope,
                    e.getMessage());
            return false;
        }
    }
}
