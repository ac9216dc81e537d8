package dev.earworm.discord;

import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;

/** One of the lists of commands that Discord keeps for a bot: the one for everywhere, or a guild's own. */
sealed interface CommandScope {
    /** With every language's names and descriptions. */
    RestAction<List<Command>> retrieve();

    CommandListUpdateAction replace();

    /** For everywhere that the bot is. */
    record Everywhere(JDA connection) implements CommandScope {
        @Override
        public RestAction<List<Command>> retrieve() {
            return connection.retrieveCommands(true);
        }

        @Override
        public CommandListUpdateAction replace() {
            return connection.updateCommands();
        }

        @Override
        public String toString() {
            return "everywhere";
        }
    }

    /** For one guild, beside those for everywhere. */
    record OneGuild(Guild guild) implements CommandScope {
        @Override
        public RestAction<List<Command>> retrieve() {
            return guild.retrieveCommands(true);
        }

        @Override
        public CommandListUpdateAction replace() {
            return guild.updateCommands();
        }

        @Override
        public String toString() {
            return "in guild " + guild.getId();
        }
    }
}
