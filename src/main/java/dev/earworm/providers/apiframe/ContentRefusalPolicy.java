package dev.earworm.providers.apiframe;

import java.util.regex.Pattern;

/**
 * Decides whether a failed job's free text says that the vendor will not make this song. It has no code for that, so only
 * plain words count: a refusal is final, and a mere fault must not be taken for one.
 */
final class ContentRefusalPolicy {
    private static final Pattern REFUSAL = Pattern.compile(
            "(content|safety|usage|community)[ _-](policy|policies|guidelines?)[ _-]violation"
                    + "|violat(es?|ed|ing|ions? of)\\b.{0,60}\\b(polic(y|ies)|guidelines|terms)\\b"
                    + "|\\bflagged\\b.{0,60}\\b(moderation|unsafe|sensitive|inappropriate|prohibited)\\b"
                    + "|\\b(blocked|rejected|refused)\\b.{0,40}\\b(moderation|safety (filters?|system|check))\\b"
                    + "|\\bcontains?\\b.{0,40}\\b(artist names?|copyrighted|prohibited|sensitive words?)\\b"
                    + "|\\bsensitive_word_error\\b"
                    + "|\\bbad_(prompt|composition_plan)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A vendor's filter that is down has refused nothing. */
    private static final Pattern FAULT =
            Pattern.compile("unavailable|time(d )?[ -]?out|temporar|try again later", Pattern.CASE_INSENSITIVE);

    private ContentRefusalPolicy() {}

    static boolean isRefusal(String text) {
        return REFUSAL.matcher(text).find() && !FAULT.matcher(text).find();
    }
}
