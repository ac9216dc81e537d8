package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.settings.SettingsStore;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /admin settings}: everything that admins can set, in one panel. */
public final class SettingsTask implements AdminTask {
    private final SettingsStore settings;

    public SettingsTask(SettingsStore settings) {
        this.settings = settings;
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("settings", say("command.admin.settings.description"));
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return Reply.of(SettingsPosts.of(settings.of(Origin.account(event).guild()), event));
    }
}
