package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.component.MenuHandler;
import dev.earworm.discord.component.PickerHandler;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import java.util.List;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.callbacks.IDeferrableCallback;
import net.dv8tion.jda.api.requests.RestAction;

/** A choice in one of the panel's menus: it holds at once, and the panel says so. */
final class SettingMenu implements MenuHandler, PickerHandler {
    private final SettingsChanging changing;

    SettingMenu(SettingsChanging changing) {
        this.changing = changing;
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
    public RestAction<?> acknowledgement(EntitySelectInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void select(StringSelectInteractionEvent event, CustomId id) {
        change(event, id, event.getValues());
    }

    /** JDA leaves out what is not of this guild. */
    @Override
    public void pick(EntitySelectInteractionEvent event, CustomId id) {
        change(event, id, event.getValues().stream().map(ISnowflake::getId).toList());
    }

    /** None of the menus lets everything be taken out of it. */
    private void change(IDeferrableCallback event, CustomId id, List<String> answer) {
        changing.change(
                event,
                id,
                (setting, panel) -> answer.isEmpty()
                        ? new Answer.Refused(say("settings.nothing-of-here"))
                        : setting.read(answer, panel));
    }
}
