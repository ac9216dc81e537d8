package dev.earworm.discord;

import dev.earworm.discord.command.AdminCommand;
import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.AdminTask;
import dev.earworm.discord.command.ChangesTask;
import dev.earworm.discord.command.ChannelExamination;
import dev.earworm.discord.command.ConnectionExamination;
import dev.earworm.discord.command.DoctorTask;
import dev.earworm.discord.command.InstanceExamination;
import dev.earworm.discord.command.PauseTask;
import dev.earworm.discord.command.QuotaTasks;
import dev.earworm.discord.command.ResumeTask;
import dev.earworm.discord.command.UsageDesk;
import dev.earworm.discord.command.UsageTask;
import dev.earworm.discord.command.WordsTask;
import dev.earworm.discord.component.UsageMenu;
import dev.earworm.discord.component.UsageSheetButton;
import dev.earworm.discord.component.WordsForm;
import dev.earworm.discord.panel.PanelFeatures;
import dev.earworm.settings.SettingsStore;
import java.util.ArrayList;
import java.util.List;

/** Makes everything that those who manage a guild can make the bot do. */
final class AdminFeatures {
    private final MemberServices services;
    private final SettingsStore settings;
    private final AdminJournal journal;
    private final UsageDesk usage;
    private final DoctorTask doctor;

    AdminFeatures(MemberServices services, RegistrationExamination registration) {
        this.services = services;
        this.settings = services.settings();
        this.journal = journal(services);
        this.usage = new UsageDesk(services.admin().usage(), services.clock());
        this.doctor = new DoctorTask(List.of(
                new ChannelExamination(settings),
                registration,
                new ConnectionExamination(services.clock()),
                new InstanceExamination(services.admin().checkup())));
    }

    static AdminJournal journal(MemberServices services) {
        return new AdminJournal(services.admin().audit(), services.admin().log(), services.clock());
    }

    Features features() {
        PanelFeatures panel = new PanelFeatures(settings, journal, services.providers());
        WordsForm words = new WordsForm(settings, journal);
        List<AdminTask> tasks = new ArrayList<>(List.of(
                panel.task(),
                new UsageTask(usage),
                new PauseTask(settings, journal, services.clock()),
                new ResumeTask(settings, journal),
                new WordsTask(settings),
                new ChangesTask(services.admin().audit()),
                doctor));
        tasks.addAll(QuotaTasks.of(services.admin().quotas(), journal));
        return Features.joined(List.of(
                Features.of(new AdminCommand(tasks)),
                new Features(
                        List.of(), panel.buttons(), panel.menus(), panel.pickers(), panel.openers(), panel.forms()),
                usage(),
                new Features(List.of(), List.of(), List.of(), List.of(words), List.of(words))));
    }

    private Features usage() {
        return new Features(
                List.of(), List.of(new UsageSheetButton(usage)), UsageMenu.both(usage), List.of(), List.of());
    }
}
