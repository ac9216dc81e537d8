package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.ProgressPolicy;

/**
 * A bar of ten blocks, with its number for those who cannot see it. It moves a block at a time: every step of a song that
 * is shown is an edit of a message.
 */
public final class ProgressBar {
    static final int BLOCKS = 10;
    private static final int STEP = 100 / BLOCKS;
    private static final char FULL = '▰';
    private static final char EMPTY = '▱';

    private ProgressBar() {}

    /** @param percent 0 to {@link ProgressPolicy#MOST} */
    public static String of(int percent) {
        int full = percent / STEP;
        return say("progress.bar", row(full), shown(percent));
    }

    /** @param full how many of the ten blocks */
    static String row(int full) {
        return String.valueOf(FULL).repeat(full) + String.valueOf(EMPTY).repeat(BLOCKS - full);
    }

    /** What a text's bar says, in percent, in whatever language the text is; 0 where there is none. */
    public static int read(String text) {
        long full = text.chars().filter(character -> character == FULL).count();
        return (int) Math.min(full * STEP, ProgressPolicy.MOST);
    }

    /** The number beside the bar: whole blocks, and {@link ProgressPolicy#MOST} at the end. */
    public static int shown(int percent) {
        return percent < ProgressPolicy.MOST ? percent / STEP * STEP : ProgressPolicy.MOST;
    }
}
