package dev.earworm.discord.command;

import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/**
 * One subcommand of {@code /admin}. It is asked only on behalf of members who may manage the guild, in a guild, and its
 * answer is for the one who asked.
 */
public interface AdminTask {
    SubcommandData data();

    /** The group that it stands in, as {@code quota} in {@code /admin quota set}, without what else is in it. */
    default Optional<SubcommandGroupData> group() {
        return Optional.empty();
    }

    /** Does the work and says what to answer. Exceptions are bugs; the router apologises for them. */
    Reply answer(SlashCommandInteractionEvent event);
}
