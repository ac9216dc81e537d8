package dev.earworm.discord;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.GuildExamination;
import dev.earworm.discord.command.GuildFinding;
import dev.earworm.discord.command.GuildFinding.Problem;
import dev.earworm.discord.command.GuildFinding.Well;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.interactions.Interaction;

/** Whether Discord offers the bot's commands as this version has them. It is one of them, so it hears of the others late. */
final class RegistrationExamination implements GuildExamination {
    private final AtomicReference<Optional<CommandRegistration>> registration = new AtomicReference<>(Optional.empty());

    /** From now on these are the commands. */
    void of(CommandRegistration commands) {
        registration.set(Optional.of(commands));
    }

    @Override
    public List<GuildFinding> examine(Interaction interaction) {
        CommandRegistration.Found found = registration
                .get()
                .map(commands -> commands.lookUp(Objects.requireNonNull(interaction.getGuild())))
                .orElse(CommandRegistration.Found.UNKNOWN);
        return List.of(
                switch (found) {
                    case AS_THEY_SHOULD_BE -> new Well(say("doctor.commands"));
                    case OTHERS -> new Problem(say("doctor.other-commands"));
                    case UNKNOWN -> new Problem(say("doctor.unknown-commands"));
                });
    }
}
