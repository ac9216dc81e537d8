package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.Opening;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.TextFields;
import dev.earworm.discord.component.FormHandler;
import dev.earworm.discord.component.FormOpener;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.settings.SettingsStore;
import java.util.List;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestAction;

/** Opens the form of a setting that is typed, and takes what was typed. */
final class SettingForm implements FormOpener, FormHandler {
    static final String FIELD = "value";

    private final SettingsStore store;
    private final SettingsPanel panel;
    private final SettingsChanging changing;

    SettingForm(SettingsStore store, SettingsPanel panel, SettingsChanging changing) {
        this.store = store;
        this.panel = panel;
        this.changing = changing;
    }

    @Override
    public Action action() {
        return Action.SETTING_FORM;
    }

    @Override
    public Opening open(GenericComponentInteractionCreateEvent event, CustomId id) {
        if (!Admins.isOne(event)) {
            return new Opening.Refused(say("admin.not-yours"));
        }
        Panel now = Panel.of(store.of(Origin.guild(event)), event);
        return panel.setting(id)
                .flatMap(setting -> setting.field(now))
                .<Opening>map(field -> new Opening.Form(Modal.create(id.toString(), say("settings.form"))
                        .addComponents(field)
                        .build()))
                .orElseGet(() -> new Opening.Refused(say("admin.no-such-setting")));
    }

    @Override
    public RestAction<?> acknowledgement(ModalInteractionEvent event) {
        return event.deferEdit();
    }

    /** A form may be forged for a setting that is never typed. */
    @Override
    public void submit(ModalInteractionEvent event, CustomId id) {
        List<String> typed = List.of(TextFields.read(event, FIELD));
        changing.change(
                event,
                id,
                (setting, now) -> setting.field(now).isEmpty()
                        ? new Answer.Refused(say("admin.no-such-setting"))
                        : setting.read(typed, now));
    }
}
