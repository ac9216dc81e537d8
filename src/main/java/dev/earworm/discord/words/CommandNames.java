package dev.earworm.discord.words;

/** What commands and their options are called by members who read the language that is spoken. */
public final class CommandNames {
    private CommandNames() {}

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
