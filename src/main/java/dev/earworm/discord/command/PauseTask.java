package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.quota.Account;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.GuildSettings.Pause;
import dev.earworm.settings.SettingsStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /admin pause}: from now on no new songs; those that were accepted are made. */
public final class PauseTask implements AdminTask {
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 200;

    private final SettingsStore settings;
    private final AdminJournal journal;
    private final InstantSource clock;

    public PauseTask(SettingsStore settings, AdminJournal journal, InstantSource clock) {
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("pause", say("command.admin.pause.description"))
                .addOptions(
                        new OptionData(OptionType.STRING, REASON, say("command.admin.pause.options.reason.description"))
                                .setMaxLength(LONGEST_REASON));
    }

    /** Paused already, it stays as it was, but for another reason. */
    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        Account admin = Origin.account(event);
        String reason = reason(event);
        Optional<Pause> before = settings.of(admin.guild()).paused();
        if (before.isPresent()
                && (reason.isEmpty() || reason.equals(before.get().reason()))) {
            return Reply.of(say("admin.paused-before", DenialSentences.pause(before.get())));
        }
        Pause wanted = new Pause(admin.user(), clock.instant().truncatedTo(ChronoUnit.SECONDS), reason);
        GuildSettings now = settings.change(
                admin.guild(),
                current -> current.withPaused(Optional.of(current.paused()
                        .map(pause -> new Pause(pause.by(), pause.since(), reason))
                        .orElse(wanted))));
        journal.note(event, () -> noted(event, reason));
        return Reply.of(
                say("admin.paused-now", DenialSentences.pause(now.paused().orElse(wanted))));
    }

    private static String noted(SlashCommandInteractionEvent event, String reason) {
        String admin = event.getUser().getAsMention();
        return reason.isEmpty()
                ? say("admin.noted-pause", admin)
                : say("admin.noted-pause-because", admin, MemberWords.shown(reason, LONGEST_REASON));
    }

    private static String reason(SlashCommandInteractionEvent event) {
        String typed = Optional.ofNullable(event.getOption(REASON))
                .map(OptionMapping::getAsString)
                .orElse("");
        return MemberWords.shortened(Prompts.line(typed), LONGEST_REASON);
    }
}
