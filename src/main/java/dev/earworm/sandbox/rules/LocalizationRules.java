package dev.earworm.sandbox.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The limits of a command's words in other languages: developers/interactions/application-commands, "Localization".
 *
 * <p>Each value obeys what its default obeys; the keys are Discord's {@link Locales}. The code of an unknown key is nowhere
 * documented; here it is that of a value outside of its choices.
 */
final class LocalizationRules {
    private LocalizationRules() {}

    /**
     * Checks {@code name_localizations} or {@code description_localizations}.
     *
     * @param checkValue checks one language's text, given the dictionary and the language as its field
     */
    static void check(Form parent, String field, BiConsumer<Form, String> checkValue) {
        parent.form(field)
                .ifPresent(dictionary -> dictionary.json().fieldNames().forEachRemaining(locale -> {
                    if (Locales.isKnown(locale)) {
                        checkValue.accept(dictionary, locale);
                    } else {
                        dictionary.reject(locale, "BASE_TYPE_CHOICES", "Value must be one of Discord's locales.");
                    }
                }));
    }

    /** An option's name in a language differs from the default names and that language's names of the options beside it. */
    static void checkDistinct(List<Form> options) {
        Map<String, Set<String>> taken = new HashMap<>();
        for (int index = 0; index < options.size(); index++) {
            Form option = options.get(index);
            Set<String> others = defaultNames(options, index);
            option.form("name_localizations")
                    .ifPresent(dictionary -> dictionary.json().properties().forEach(entry -> {
                        String name = entry.getValue().asText();
                        boolean isFirst = taken.computeIfAbsent(entry.getKey(), _ -> new HashSet<>())
                                .add(name);
                        if (!isFirst || others.contains(name)) {
                            dictionary.reject(
                                    entry.getKey(),
                                    "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                                    "Option name already exists");
                        }
                    }));
        }
    }

    private static Set<String> defaultNames(List<Form> options, int except) {
        Set<String> names = new HashSet<>();
        for (int index = 0; index < options.size(); index++) {
            if (index != except) {
                names.add(options.get(index).json().path("name").asText());
            }
        }
        return names;
    }
}
