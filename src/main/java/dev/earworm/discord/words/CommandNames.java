package dev.earworm.discord.words;

/** What commands and their options are called in the language that is spoken, as Discord shows them there. */
public final class CommandNames {
    private CommandNames() {}

    /**
     * The English name where the language has none.
     *
     * @param path as {@code song.options.prompt}
     */
    public static String of(String path, String english) {
        return Messages.find(Language.spoken(), "command." + path + ".name").orElse(english);
    }
}
