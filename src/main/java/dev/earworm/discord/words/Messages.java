package dev.earworm.discord.words;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/**
 * Every sentence that members read, from the files in {@code messages/}: one for each feature and language.
 *
 * <p>Sentences are written as they are read: an apostrophe stands for itself. {@code {0}} is the first argument, and
 * {@code {0,choice,0#no songs|1#1 song|1<{0} songs}} minds the plural ({@link java.text.ChoiceFormat}).
 */
public final class Messages {
    /** The files, by what they are about. */
    static final List<String> FEATURES = List.of(
            "access",
            "admin",
            "commands",
            "compose",
            "doctor",
            "extend",
            "general",
            "help",
            "library",
            "limits",
            "log",
            "options",
            "permissions",
            "plan",
            "privacy",
            "queue",
            "quota",
            "settings",
            "song",
            "stems",
            "track",
            "usage",
            "words");

    private static final Map<Language, Map<String, String>> SENTENCES = loaded();

    private Messages() {}

    /**
     * The sentence, in the language that is spoken.
     *
     * @param arguments numbers, or text that is already safe to show
     * @throws IllegalArgumentException when the sentence takes another number of arguments
     * @throws MissingResourceException when there is no such key
     */
    public static String say(String key, Object... arguments) {
        Language language = Language.spoken();
        String words = find(language, key)
                .orElseThrow(() -> new MissingResourceException("nothing to say", Messages.class.getName(), key));
        MessageFormat sentence = new MessageFormat(words.replace("'", "''"), language.locale());
        int expected = sentence.getFormatsByArgumentIndex().length;
        if (expected != arguments.length) {
            throw new IllegalArgumentException(
                    "%s takes %d arguments, not %d".formatted(key, expected, arguments.length));
        }
        return sentence.format(arguments);
    }

    /** The sentence as it is written; English where a language lacks it. */
    public static Optional<String> find(Language language, String key) {
        return Optional.ofNullable(SENTENCES.getOrDefault(language, Map.of()).get(key));
    }

    /** Of every sentence, in whatever language. */
    static Set<String> keys() {
        return SENTENCES.getOrDefault(Language.ENGLISH, Map.of()).keySet();
    }

    private static Map<Language, Map<String, String>> loaded() {
        Map<Language, Map<String, String>> sentences = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> spoken = new HashMap<>();
            for (String feature : FEATURES) {
                ResourceBundle bundle = bundle(feature, language);
                bundle.keySet().forEach(key -> spoken.put(key, bundle.getString(key)));
            }
            sentences.put(language, Map.copyOf(spoken));
        }
        return sentences;
    }

    /** Of this language, and English for what it lacks, but never of the language of the machine. */
    static ResourceBundle bundle(String feature, Language language) {
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : language.locale();
        return ResourceBundle.getBundle(
                "messages/" + feature, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
