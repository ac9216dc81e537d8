package dev.earworm.discord.words;

/** What commands are called by members who read the language that is spoken. */
public final class CommandNames {
    private CommandNames() {}

    /**
     * The name that Discord shows.
     *
     * @param registered as Discord knows the command, whatever its reader's language
     */
    public static String of(String registered) {
        return Messages.find(Language.spoken(), "command." + registered + ".name")
                .orElse(registered);
    }
}
