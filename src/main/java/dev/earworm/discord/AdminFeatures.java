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
import dev.earworm.discord.command.ResumeTask;
import dev.earworm.discord.command.SettingsTask;
import dev.earworm.discord.command.WordsTask;
import dev.earworm.discord.component.SettingMenu;
import dev.earworm.discord.component.WordsForm;
import dev.earworm.settings.SettingsStore;
import java.util.List;

/** Makes everything that those who manage a guild can make the bot do. */
final class AdminFeatures {
    private final MemberServices services;
    private final SettingsStore settings;
    private final AdminJournal journal;
    private final DoctorTask doctor;

    AdminFeatures(MemberServices services, RegistrationExamination registration) {
        this.services = services;
        this.settings = services.settings();
        this.journal = journal(services);
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
        List<AdminTask> tasks = List.of(
                new SettingsTask(settings),
                new PauseTask(settings, journal, services.clock()),
                new ResumeTask(settings, journal),
                new WordsTask(settings),
                new ChangesTask(services.admin().audit()),
                doctor);
        WordsForm words = new WordsForm(settings, journal);
        return new Features(
                List.of(new AdminCommand(tasks)),
                List.of(),
                List.of(new SettingMenu(settings, journal)),
                List.of(words),
                List.of(words));
    }
}
