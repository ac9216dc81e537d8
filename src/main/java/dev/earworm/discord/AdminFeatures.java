package dev.earworm.discord;

import dev.earworm.discord.command.AdminCommand;
import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.AdminTask;
import dev.earworm.discord.command.SettingsTask;
import dev.earworm.discord.command.UsageDesk;
import dev.earworm.discord.command.UsageTask;
import dev.earworm.discord.component.MenuHandler;
import dev.earworm.discord.component.SettingMenu;
import dev.earworm.discord.component.UsageMenu;
import dev.earworm.discord.component.UsageSheetButton;
import dev.earworm.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;

/** Makes everything that those who manage a guild can make the bot do. */
final class AdminFeatures {
    private final SettingsStore settings;
    private final AdminJournal journal;
    private final UsageDesk usage;

    AdminFeatures(MemberServices services) {
        this.settings = services.settings();
        this.journal =
                new AdminJournal(services.admin().audit(), services.admin().log(), services.clock());
        this.usage = new UsageDesk(services.admin().usage(), services.clock());
    }

    Features features() {
        List<AdminTask> tasks = List.of(new SettingsTask(settings), new UsageTask(usage));
        return new Features(
                List.of(new AdminCommand(tasks)), List.of(new UsageSheetButton(usage)), menus(), List.of(), List.of());
    }

    private List<MenuHandler> menus() {
        List<MenuHandler> menus = new ArrayList<>(UsageMenu.both(usage));
        menus.add(new SettingMenu(settings, journal));
        return menus;
    }
}
