package dev.earworm.discord.panel;

import dev.earworm.settings.GuildSettings;
import java.util.function.UnaryOperator;

/** What came of a choice in the panel. */
sealed interface Answer {
    /** Something to set; applied to the settings as they are by then. */
    record Taken(UnaryOperator<GuildSettings> change) implements Answer {}

    /** Nothing is set, and why. */
    record Refused(String sentence) implements Answer {}
}
