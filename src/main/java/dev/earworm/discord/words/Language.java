package dev.earworm.discord.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * A language that the bot speaks. Whoever answers says once in which language that is; every sentence that is put together
 * meanwhile, on the same thread, is in it. A private answer is in its reader's language, a public one in its guild's.
 */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN),
    FRENCH(Locale.FRENCH),
    SPANISH(Locale.of("es")),
    BRAZILIAN_PORTUGUESE(Locale.of("pt", "BR")),
    JAPANESE(Locale.JAPANESE);

    private static final ScopedValue<Language> SPOKEN = ScopedValue.newInstance();

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language of a locale, whatever its country; English for one that the bot does not speak. */
    public static Language of(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** The same for Discord's own list of locales. */
    public static Language of(DiscordLocale locale) {
        return Arrays.stream(values())
                .filter(language -> language.regions().contains(locale))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** The one that is spoken on this thread just now; English where nobody said anything else. */
    static Language spoken() {
        return SPOKEN.orElse(ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    /** What its own speakers call it, as the first word of a line. */
    public String ownName() {
        String name = locale.getDisplayName(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** Where Discord shows this language. */
    public List<DiscordLocale> regions() {
        return switch (this) {
            case ENGLISH -> List.of(DiscordLocale.ENGLISH_US, DiscordLocale.ENGLISH_UK);
            case GERMAN -> List.of(DiscordLocale.GERMAN);
            case FRENCH -> List.of(DiscordLocale.FRENCH);
            case SPANISH -> List.of(DiscordLocale.SPANISH, DiscordLocale.SPANISH_LATAM);
            case BRAZILIAN_PORTUGUESE -> List.of(DiscordLocale.PORTUGUESE_BRAZILIAN);
            case JAPANESE -> List.of(DiscordLocale.JAPANESE);
        };
    }

    /** Puts something into words of this language. */
    public <T> T render(Supplier<T> words) {
        return ScopedValue.where(SPOKEN, this).call(words::get);
    }

    /** Does something during which this language is spoken. */
    public void during(Runnable work) {
        ScopedValue.where(SPOKEN, this).run(work);
    }
}
