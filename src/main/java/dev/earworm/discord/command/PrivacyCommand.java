package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Visibility;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /privacy}: what is kept about whoever asks, and how to get or delete it. */
public final class PrivacyCommand implements SlashCommand {
    private final PrivacyDesk desk;

    public PrivacyCommand(PrivacyDesk desk) {
        this.desk = desk;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("privacy", say("command.privacy.description"));
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return desk.overview();
    }
}
