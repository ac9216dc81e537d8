package dev.earworm.discord.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every sentence that members read, from {@code messages.properties}.
 *
 * <p>Sentences are written as they are read: an apostrophe stands for itself. {@code {0}} is the first argument, and
 * {@code {0,choice,0#no songs|1#1 song|1<{0} songs}} minds the plural ({@link java.text.ChoiceFormat}).
 */
public final class Messages {
    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle("messages", Locale.ROOT);

    private Messages() {}

    /**
     * The sentence, in English.
     *
     * @param arguments numbers, or text that is already safe to show
     * @throws IllegalArgumentException when the sentence takes another number of arguments
     * @throws java.util.MissingResourceException when there is no such key
     */
    public static String say(String key, Object... arguments) {
        MessageFormat sentence = new MessageFormat(SENTENCES.getString(key).replace("'", "''"), Locale.ENGLISH);
        int expected = sentence.getFormatsByArgumentIndex().length;
        if (expected != arguments.length) {
            throw new IllegalArgumentException(
                    "%s takes %d arguments, not %d".formatted(key, expected, arguments.length));
        }
        return sentence.format(arguments);
    }
}
