package dev.earworm.discord.command;

import dev.earworm.jobs.Visibility;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;

/**
 * A command that is answered with a message. The router has acknowledged the interaction before {@link #answer} is called,
 * always in a guild that the bot is a member of, and on a virtual thread of its own, so that a command may simply block.
 */
public non-sealed interface SlashCommand extends MemberCommand {
    /** Who sees the answer; decided before anything is looked up, so that the acknowledgement leaves at once. */
    Visibility visibility(SlashCommandInteractionEvent event);

    /** Does the work and says what to answer. Exceptions are bugs; the router apologises for them. */
    Reply answer(SlashCommandInteractionEvent event);
}
