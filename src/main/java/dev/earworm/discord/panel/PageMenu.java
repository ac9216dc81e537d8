package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.component.MenuHandler;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.settings.SettingsStore;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** "What do you want to change?" in the panel: shows what that is changed with. */
final class PageMenu implements MenuHandler {
    private final SettingsStore store;
    private final SettingsPanel panel;

    PageMenu(SettingsStore store, SettingsPanel panel) {
        this.store = store;
        this.panel = panel;
    }

    @Override
    public Action action() {
        return Action.SETTINGS_PAGE;
    }

    @Override
    public RestAction<?> acknowledgement(StringSelectInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void select(StringSelectInteractionEvent event, CustomId id) {
        Optional<PanelPage> page = event.getValues().stream().findFirst().flatMap(PanelPage::of);
        if (!Admins.isOne(event)) {
            Answers.aside(event.getHook(), say("admin.not-yours"));
        } else if (page.isEmpty()) {
            Answers.aside(event.getHook(), say("admin.no-such-setting"));
        } else {
            Panel now = Panel.of(store.of(Origin.guild(event)), event);
            Answers.fill(event.getHook(), Reply.of(panel.post(now, page.get())));
        }
    }
}
