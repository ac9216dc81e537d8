package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.quota.GuildId;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.SettingsStore;
import java.util.Optional;
import java.util.function.BiFunction;
import net.dv8tion.jda.api.interactions.callbacks.IDeferrableCallback;

/** The one way by which the panel changes anything: for admins alone, written down, and shown in the panel at once. */
final class SettingsChanging {
    private final SettingsStore store;
    private final AdminJournal journal;
    private final SettingsPanel panel;

    SettingsChanging(SettingsStore store, AdminJournal journal, SettingsPanel panel) {
        this.store = store;
        this.journal = journal;
        this.panel = panel;
    }

    /**
     * Sets what was answered, if it can be set.
     *
     * @param id of the control; it may be forged
     */
    void change(IDeferrableCallback event, CustomId id, BiFunction<Setting, Panel, Answer> reading) {
        Optional<Setting> setting = panel.setting(id);
        if (!Admins.isOne(event)) {
            Answers.aside(event.getHook(), say("admin.not-yours"));
        } else if (setting.isEmpty()) {
            Answers.aside(event.getHook(), say("admin.no-such-setting"));
        } else {
            Panel before = Panel.of(store.of(Origin.guild(event)), event);
            change(event, setting.get(), reading.apply(setting.get(), before));
        }
    }

    private void change(IDeferrableCallback event, Setting setting, Answer answer) {
        switch (answer) {
            case Answer.Refused refused -> Answers.aside(event.getHook(), refused.sentence());
            case Answer.Taken taken -> {
                Panel now = Panel.of(set(event, setting, taken), event);
                Answers.fill(event.getHook(), Reply.of(panel.post(now, setting.page())));
            }
        }
    }

    /** What was like that before is nothing to write down. */
    private GuildSettings set(IDeferrableCallback event, Setting setting, Answer.Taken taken) {
        GuildId guild = Origin.guild(event);
        GuildSettings before = store.of(guild);
        GuildSettings after = store.change(guild, taken.change());
        if (!after.equals(before)) {
            String admin = event.getUser().getAsMention();
            journal.note(event, () -> say("admin.changed", admin, setting.now(Panel.of(after, event))));
        }
        return after;
    }
}
