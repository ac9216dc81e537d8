package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.quota.GuildId;
import dev.earworm.settings.SettingsStore;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /admin resume}: songs can be asked for again. */
public final class ResumeTask implements AdminTask {
    private final SettingsStore settings;
    private final AdminJournal journal;

    public ResumeTask(SettingsStore settings, AdminJournal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("resume", say("command.admin.resume.description"));
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        GuildId guild = Origin.guild(event);
        if (settings.of(guild).paused().isEmpty()) {
            return Reply.of(say("admin.not-paused"));
        }
        settings.change(guild, before -> before.withPaused(Optional.empty()));
        journal.note(event, () -> say("admin.noted-resume", event.getUser().getAsMention()));
        return Reply.of(say("admin.resumed"));
    }
}
