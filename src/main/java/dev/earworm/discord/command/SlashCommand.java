package dev.earworm.discord.command;

import dev.earworm.jobs.Visibility;
import java.util.List;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/**
 * One thing that members can type. The router has acknowledged the interaction before {@link #answer} is called, always in
 * a guild that the bot is a member of, and on a virtual thread of its own, so that a command may simply block.
 */
public interface SlashCommand {
    /** As Discord lists it. */
    SlashCommandData data();

    /** Who sees the answer; decided before anything is looked up, so that the acknowledgement leaves at once. */
    Visibility visibility(SlashCommandInteractionEvent event);

    /** Does the work and says what to answer. Exceptions are bugs; the router apologises for them. */
    Reply answer(SlashCommandInteractionEvent event);

    /** What to offer while an option is typed; at most 25. */
    default List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        return List.of();
    }
}
