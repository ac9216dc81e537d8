package dev.earworm.discord.words;

import dev.earworm.quota.UserId;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Members' words as the bot shows them: as plain text, whatever Markdown, mentions, links or timestamps they look like,
 * and never so long that they break a message.
 */
public final class MemberWords {
    private static final Pattern MARKUP = Pattern.compile("[\\\\*_~`|\\[\\]()<>#:@]");

    private MemberWords() {}

    /** A member's name as Discord shows it; notifies nobody by itself. */
    public static String mention(UserId member) {
        return "<@" + member + ">";
    }

    /**
     * Shortened, then escaped.
     *
     * @param limit in characters (code points) before escaping, which may double it
     */
    public static String shown(String words, int limit) {
        return MARKUP.matcher(shortened(words, limit)).replaceAll("\\\\$0");
    }

    /**
     * At most so many characters (code points), never cut inside what a reader takes for one.
     *
     * @param limit 1 or more
     */
    public static String shortened(String words, int limit) {
        if (words.codePointCount(0, words.length()) <= limit) {
            return words;
        }
        int end = words.offsetByCodePoints(0, limit - 1);
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(words);
        int whole = characters.isBoundary(end) ? end : characters.preceding(end);
        // A single character may be made of any number of code points; then it is cut after all.
        return words.substring(0, whole > 0 ? whole : end).stripTrailing() + "…";
    }
}
