package dev.earworm.discord.panel;

import dev.earworm.discord.component.ButtonHandler;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.music.JobId;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** A button of the panel that takes back what was set. */
final class SettingButton implements ButtonHandler {
    private final SettingsChanging changing;

    SettingButton(SettingsChanging changing) {
        this.changing = changing;
    }

    @Override
    public Action action() {
        return Action.SETTING_CLEAR;
    }

    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        CustomId id = CustomId.parse(event.getComponentId()).orElseThrow();
        changing.change(event, id, (setting, _) -> setting.clear());
    }
}
