package dev.earworm.discord.panel;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post.PostButton;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;

/** Parts of the panel that several settings have. */
final class Controls {
    /** The value of an entry that takes back what was set. */
    static final String UNSET = "unset";

    static final String ON = "on";
    static final String OFF = "off";

    private Controls() {}

    static CustomId id(Setting setting) {
        return CustomId.ofGuild(Action.SETTING, setting.number());
    }

    /** That takes back what was set. */
    static PostButton clearing(Setting setting, String label) {
        return new PostButton(CustomId.ofGuild(Action.SETTING_CLEAR, setting.number()), label, ButtonStyle.SECONDARY);
    }

    /** That opens the setting's form. */
    static PostButton opening(Setting setting, String label) {
        return new PostButton(CustomId.ofGuild(Action.SETTING_FORM, setting.number()), label, ButtonStyle.PRIMARY);
    }

    static String switched(boolean on) {
        return on ? ON : OFF;
    }

    /** Whether an answer is "on" or "off"; empty for anything else. */
    static Optional<Boolean> read(String answer) {
        return Arrays.asList(ON, OFF).contains(answer) ? Optional.of(answer.equals(ON)) : Optional.empty();
    }

    /** A Discord identifier; empty for anything else. */
    static OptionalLong identifier(String answer) {
        return answer.matches("\\d{1,19}") ? OptionalLong.of(Long.parseUnsignedLong(answer)) : OptionalLong.empty();
    }
}
