package dev.earworm.discord.command;

import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;

/**
 * A command that opens a form. A form can only be the first answer to an interaction, so nothing has been acknowledged
 * yet: {@link #open} has well under three seconds, and asks nobody but this process.
 */
public non-sealed interface FormCommand extends MemberCommand {
    Opening open(SlashCommandInteractionEvent event);
}
