package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.settings.SettingsStore;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /admin words}: the words and patterns with which no song is asked for. */
public final class WordsTask implements AdminTask {
    private final SettingsStore settings;

    public WordsTask(SettingsStore settings) {
        this.settings = settings;
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("words", say("command.admin.words.description"));
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return Reply.of(WordsPosts.of(settings.of(Origin.account(event).guild()).refused()));
    }
}
