package dev.earworm.providers.apiframe;

import dev.earworm.music.PlanPrompt;
import dev.earworm.music.SongRequest;

/** The texts that models here take: plans always in words, lyrics in the prompt where there is no better place. */
final class ApiframePrompt {
    /** Of the field, for models that name no lower limit of their own. */
    static final int VENDOR_LIMIT = 5000;

    /** Of a song's style, where that is a field of its own. */
    static final int LONGEST_STYLE = 1000;

    private static final String BEFORE_LYRICS = "\n\nLyrics:\n";

    /** What is left for prompt and lyrics together where both are one text. */
    static final int LIMIT_WITH_LYRICS = VENDOR_LIMIT - BEFORE_LYRICS.length();

    private static final int LONGEST_TITLE = 80;
    private static final String UNTITLED = "Song";

    private ApiframePrompt() {}

    /** The member's words, and the plan in words if there is one. */
    static String of(SongRequest song) {
        return song.plan().map(plan -> PlanPrompt.of(song.prompt(), plan)).orElse(song.prompt());
    }

    /** What follows the words of a prompt that lyrics are a part of; empty without lyrics. */
    static String lyricsAfter(SongRequest song) {
        return song.wordsToSing().map(words -> BEFORE_LYRICS + words).orElse("");
    }

    /** The beginning of the prompt on one line, cut between words if there are any. Never empty. */
    static String title(SongRequest song) {
        String line = song.prompt().replaceAll("[\\p{Cntrl}\\p{Z}\\s]+", " ").strip();
        if (line.isEmpty()) {
            return UNTITLED;
        }
        if (line.length() <= LONGEST_TITLE) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST_TITLE);
        int end = space > 0 ? space : LONGEST_TITLE;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }
}
