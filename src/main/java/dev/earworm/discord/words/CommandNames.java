package dev.earworm.discord.words;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What commands and their options are called by members who read the language that is spoken. */
public final class CommandNames {
    private static final Pattern COMMAND = Pattern.compile("command\\.([^.]+)\\.name");

    private CommandNames() {}

    /** Of all commands, as Discord knows them. */
    public static Set<String> registered() {
        return Messages.keys().stream()
                .map(COMMAND::matcher)
                .filter(Matcher::matches)
                .map(command -> command.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The name that Discord shows.
     *
     * @param registered as Discord knows it, whatever its reader's language: {@code song}, {@code song.options.prompt}
     */
    public static String of(String registered) {
        return Messages.find(Language.spoken(), "command." + registered + ".name")
                .orElse(registered.substring(registered.lastIndexOf('.') + 1));
    }
}
