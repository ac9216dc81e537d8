package dev.earworm.jobs;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a finished song is called: the title that its member or the provider gave it, or the beginning of the prompt. One line, never empty. */
public final class SongTitle {
    private static final int LONGEST = 60;
    private static final String FALLBACK = "Song";
    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}\\s]+");
    private static final Pattern JOINERS = Pattern.compile("[\\u200c\\u200d]");
    /** Joiners are kept: they hold emoji families and Persian words together. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200c\\u200d]]");

    private SongTitle() {}

    public static String of(Job job) {
        return Stream.of(job.details().title().orElse(""), job.request().prompt())
                .map(SongTitle::oneLine)
                .filter(SongTitle::isVisible)
                .findFirst()
                .map(SongTitle::shortened)
                .orElse(FALLBACK);
    }

    private static String oneLine(String text) {
        return SPACES.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static boolean isVisible(String line) {
        return !JOINERS.matcher(line).replaceAll("").isBlank();
    }

    /** Cut between words where there are any, and inside of what a reader sees as one character only if it fills it all. */
    private static String shortened(String title) {
        if (title.length() <= LONGEST) {
            return title;
        }
        int space = title.lastIndexOf(' ', LONGEST);
        if (space >= LONGEST / 2) {
            return title.substring(0, space);
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(title);
        int boundary = characters.preceding(LONGEST + 1);
        return title.substring(0, boundary > 0 ? boundary : title.offsetByCodePoints(0, LONGEST / 2));
    }
}
