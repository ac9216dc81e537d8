package dev.earworm.discord;

import dev.earworm.discord.command.MemberCommand;
import dev.earworm.discord.delivery.Sending;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Discord which commands there are, but only when it knows others: each registration counts against 200 a day
 * (<a href="https://docs.discord.com/developers/interactions/application-commands">Discord, application commands</a>).
 */
final class CommandRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);

    private final List<CommandData> commands;

    CommandRegistration(Features features) {
        this.commands = features.commands().stream()
                .map(MemberCommand::data)
                .<CommandData>map(data -> data.setContexts(InteractionContextType.GUILD)
                        .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                        .setLocalizationFunction(new CommandWords()))
                .toList();
    }

    /** Throws when Discord cannot be asked; may be repeated. */
    void bringUpToDate(JDA connection) {
        List<Command> registered = Sending.await(connection.retrieveCommands(true));
        if (shapes(registered, CommandData::fromCommand).equals(shapes(commands, Function.identity()))) {
            return;
        }
        Sending.await(connection.updateCommands().addCommands(commands));
        LOG.info("registered {} commands with Discord", commands.size());
    }

    /** Both sides go through JDA's own form, so that what Discord fills in does not count as a difference. */
    private static <C> Map<String, String> shapes(List<C> commands, Function<C, CommandData> data) {
        return commands.stream()
                .map(data)
                .collect(Collectors.toMap(
                        CommandData::getName, command -> command.toData().toString()));
    }
}
