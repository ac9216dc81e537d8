package dev.earworm.discord.command;

import dev.earworm.discord.words.MemberWords;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;

/** What is offered while an option is typed, or in a menu. Discord shows it as plain text, so nothing is escaped. */
public final class Choices {
    private Choices() {}

    /** Shortened to what Discord takes, however it counts. */
    public static String name(String text) {
        String shortened = MemberWords.shortened(text, Choice.MAX_NAME_LENGTH);
        return shortened.length() <= Choice.MAX_NAME_LENGTH
                ? shortened
                : MemberWords.shortened(text, Choice.MAX_NAME_LENGTH / 2);
    }
}
