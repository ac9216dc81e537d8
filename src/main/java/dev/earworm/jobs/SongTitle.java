package dev.earworm.jobs;

import java.text.BreakIterator;
import java.util.Locale;

/** What a finished song is called: the provider's title, or the beginning of the prompt. One line, never empty. */
final class SongTitle {
    private static final int LONGEST = 60;

    private SongTitle() {}

    static String of(Job job) {
        String words = oneLine(job.title().orElse(""));
        return shortened(words.isEmpty() ? oneLine(job.request().prompt()) : words);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    }

    /** Cut between words where there are any, never inside of what a reader sees as one character. */
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
        return title.substring(0, characters.preceding(LONGEST + 1));
    }
}
