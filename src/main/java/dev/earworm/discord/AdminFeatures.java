package dev.earworm.discord;

import dev.earworm.discord.command.AdminCommand;
import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.AdminTask;
import dev.earworm.discord.command.ChangesTask;
import dev.earworm.discord.command.PauseTask;
import dev.earworm.discord.command.QuotaTasks;
import dev.earworm.discord.command.ResumeTask;
import dev.earworm.discord.command.SettingsTask;
import dev.earworm.discord.command.UsageDesk;
import dev.earworm.discord.command.UsageTask;
import dev.earworm.discord.component.SettingMenu;
import dev.earworm.discord.component.UsageMenu;
import dev.earworm.discord.component.UsageSheetButton;
import dev.earworm.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;

/** Makes everything that those who manage a guild can make the bot do. */
final class AdminFeatures {
    private final MemberServices services;
    private final SettingsStore settings;
    private final AdminJournal journal;
    private final UsageDesk usage;

    AdminFeatures(MemberServices services) {
        this.services = services;
        this.settings = services.settings();
        this.journal =
                new AdminJournal(services.admin().audit(), services.admin().log(), services.clock());
        this.usage = new UsageDesk(services.admin().usage(), services.clock());
    }

    Features features() {
        List<AdminTask> tasks = new ArrayList<>(List.of(
                new SettingsTask(settings),
                new UsageTask(usage),
                new PauseTask(settings, journal, services.clock()),
                new ResumeTask(settings, journal),
                new ChangesTask(services.admin().audit())));
        tasks.addAll(QuotaTasks.of(services.admin().quotas(), journal));
        Features commands = new Features(
                List.of(new AdminCommand(tasks)),
                List.of(),
                List.of(new SettingMenu(settings, journal)),
                List.of(),
                List.of());
        return Features.joined(List.of(commands, usage()));
    }

    private Features usage() {
        return new Features(
                List.of(), List.of(new UsageSheetButton(usage)), UsageMenu.both(usage), List.of(), List.of());
    }
}
