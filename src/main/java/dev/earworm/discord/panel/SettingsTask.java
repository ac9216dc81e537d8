package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.AdminTask;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.settings.SettingsStore;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /admin settings}: everything that admins can set, in one panel. */
final class SettingsTask implements AdminTask {
    private final SettingsStore store;
    private final SettingsPanel panel;

    SettingsTask(SettingsStore store, SettingsPanel panel) {
        this.store = store;
        this.panel = panel;
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("settings", say("command.admin.settings.description"));
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return Reply.of(panel.post(Panel.of(store.of(Origin.guild(event)), event)));
    }
}
