package dev.earworm.sandbox.rules;

import java.util.Set;

/** The languages that Discord's client can be set to: developers/reference, "Locales". */
public final class Locales {
    /** What a new account and a new guild speak. */
    public static final String STANDARD = "en-US";

    /** Every one of them. */
    public static final Set<String> ALL = Set.of(
            "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl",
            "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW",
            "ko");

    private Locales() {}

    public static boolean isKnown(String locale) {
        return ALL.contains(locale);
    }

    /** The locale itself; one that Discord does not have is a mistake of the caller. */
    public static String require(String locale) {
        if (!isKnown(locale)) {
            throw new IllegalArgumentException("Discord has no locale " + locale);
        }
        return locale;
    }
}
