package dev.earworm.discord.component;

import static dev.earworm.discord.component.ReplyingButton.inPlace;

import dev.earworm.discord.command.PrivacyDesk;
import dev.earworm.discord.delivery.CustomId.Action;
import java.util.List;

/** The buttons of {@code /privacy}. */
public final class PrivacyButtons {
    private PrivacyButtons() {}

    public static List<ButtonHandler> of(PrivacyDesk desk) {
        return List.of(
                new ExportButton(desk),
                inPlace(Action.PRIVACY_FORGET, (_, _) -> desk.askWhetherToForget()),
                inPlace(Action.PRIVACY_FORGET_DATA, (event, _) -> desk.forget(event)),
                inPlace(Action.PRIVACY_FORGET_MESSAGES, (event, _) -> desk.forgetWithMessages(event)),
                inPlace(Action.PRIVACY_KEEP, (_, _) -> desk.keep()));
    }
}
