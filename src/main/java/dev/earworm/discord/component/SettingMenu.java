package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.GuildSetting;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.command.SettingsPosts;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.words.Language;
import dev.earworm.quota.GuildId;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.SettingsStore;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** A choice in the panel of {@code /admin settings}: it holds at once, and the panel says so. */
public final class SettingMenu implements MenuHandler {
    private final SettingsStore settings;
    private final AdminJournal journal;

    public SettingMenu(SettingsStore settings, AdminJournal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    @Override
    public Action action() {
        return Action.SETTING;
    }

    @Override
    public RestAction<?> acknowledgement(StringSelectInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void select(StringSelectInteractionEvent event, CustomId id) {
        Optional<GuildSetting> setting = GuildSetting.of(id);
        Optional<String> answer = event.getValues().stream().findFirst();
        if (!Admins.isOne(event)) {
            Answers.aside(event.getHook(), say("admin.not-yours"));
        } else if (setting.isEmpty() || answer.isEmpty() || !setting.get().takes(answer.get())) {
            Answers.aside(event.getHook(), say("admin.no-such-setting"));
        } else {
            GuildId guild = Origin.account(event).guild();
            GuildSettings now = settings.change(guild, before -> setting.get().set(before, answer.get()));
            journal.note(
                    event,
                    () -> say(
                            "admin.changed",
                            event.getUser().getAsMention(),
                            setting.get().now(now, Language.of(event.getGuildLocale()))));
            Answers.fill(event.getHook(), Reply.of(SettingsPosts.of(now, event)));
        }
    }
}
