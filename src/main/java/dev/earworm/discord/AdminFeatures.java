package dev.earworm.discord;

import dev.earworm.discord.command.AdminCommand;
import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.AdminTask;
import dev.earworm.discord.command.KeysTask;
import dev.earworm.discord.command.SettingsTask;
import dev.earworm.discord.component.KeyButtons;
import dev.earworm.discord.component.KeyForm;
import dev.earworm.discord.component.KeyMenu;
import dev.earworm.discord.component.SettingMenu;
import dev.earworm.keys.KeyDesk;
import dev.earworm.settings.SettingsStore;
import java.util.List;

/** Makes everything that those who manage a guild can make the bot do. */
final class AdminFeatures {
    private final SettingsStore settings;
    private final AdminJournal journal;
    private final KeyDesk keys;

    AdminFeatures(MemberServices services) {
        this.settings = services.settings();
        this.keys = services.admin().keys();
        this.journal =
                new AdminJournal(services.admin().audit(), services.admin().log(), services.clock());
    }

    Features features() {
        List<AdminTask> tasks = List.of(new SettingsTask(settings), new KeysTask(keys));
        KeyForm keyForm = new KeyForm(keys, journal);
        return new Features(
                List.of(new AdminCommand(tasks)),
                KeyButtons.of(keys, journal),
                List.of(new SettingMenu(settings, journal), new KeyMenu(keys)),
                List.of(keyForm),
                List.of(keyForm));
    }
}
