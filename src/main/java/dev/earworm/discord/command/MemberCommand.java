package dev.earworm.discord.command;

import java.util.List;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** One thing that members can type. */
public sealed interface MemberCommand permits SlashCommand, FormCommand {
    /** As Discord lists it. */
    SlashCommandData data();

    /** What to offer while an option is typed; at most 25. */
    default List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        return List.of();
    }
}
