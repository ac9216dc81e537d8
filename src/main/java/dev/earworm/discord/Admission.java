package dev.earworm.discord;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.MemberCommand;
import dev.earworm.discord.command.Origin;
import dev.earworm.jobs.Venue;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.interactions.Interaction;

/**
 * Decides whether a command may be used where it was typed. Discord may still offer it where the operator does not want it
 * any more, and anybody's client can be made to send anything. Buttons and forms are on messages that the bot itself has
 * put there, so they work wherever those are.
 */
final class Admission {
    private final Set<OutsideConfig> outside;

    Admission(Set<OutsideConfig> outside) {
        this.outside = outside;
    }

    /** In a sentence; empty where the command may be used. */
    Optional<String> obstacle(Interaction interaction, MemberCommand command) {
        Venue venue = Origin.venue(interaction);
        if (venue == Venue.GUILD) {
            return Optional.empty();
        }
        if (!isAllowed(venue)) {
            return Optional.of(interaction.isFromGuild() ? say("preflight.not-here") : say("only-in-servers"));
        }
        return CommandContexts.isForGuildsOnly(command.data())
                ? Optional.of(say("command-only-in-servers"))
                : Optional.empty();
    }

    private boolean isAllowed(Venue venue) {
        return switch (venue) {
            case GUILD -> true;
            case DIRECT_MESSAGES -> outside.contains(OutsideConfig.DIRECT_MESSAGES);
            case ELSEWHERE -> outside.contains(OutsideConfig.USER_INSTALL);
        };
    }
}
