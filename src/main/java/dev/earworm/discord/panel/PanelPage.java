package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is changed together: a message has room for five rows, and the first of them chooses the page. */
enum PanelPage {
    WHO,
    SONGS,
    SENDING,
    KEEPING;

    /** As a member reads it. */
    String title() {
        return switch (this) {
            case WHO -> say("settings.page-who");
            case SONGS -> say("settings.page-songs");
            case SENDING -> say("settings.page-sending");
            case KEEPING -> say("settings.page-keeping");
        };
    }

    /** As it stands in the menu. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PanelPage> of(String value) {
        return Arrays.stream(values())
                .filter(page -> page.value().equals(value))
                .findFirst();
    }
}
