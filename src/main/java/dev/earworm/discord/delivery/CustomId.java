package dev.earworm.discord.delivery;

import dev.earworm.music.JobId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button, a menu or a form is for, as it stands in the message: {@code cancel:<song>}, or {@code section:<song>:2}
 * for a part of it. It holds everything its handler needs, so it works after a restart, and it proves nothing: a tampered
 * client can send any.
 *
 * @param song a song, or the draft of one
 * @param part which section, from 0 to 99
 */
public record CustomId(Action action, JobId song, OptionalInt part) {
    private static final JobId NO_SONG = new JobId("0000000000000000");
    private static final Pattern SHAPE = Pattern.compile("([a-z_]+):([^:]+)(?::(\\d|[1-9]\\d))?");

    /** What a press asks for. */
    public enum Action {
        /** Call the song back. */
        CANCEL,
        /** Ask again, with the prompt that the provider suggested. */
        SUGGEST,
        /** Order what stands in the form, or open it again. */
        COMPOSE,
        /** Order the song that was planned. */
        RENDER,
        /** Change a section of a plan. */
        SECTION,
        /** Change what a plan says of the whole song. */
        PLAN,
        /** Plan with the words, or show the plan, that the provider suggested. */
        PLAN_SUGGESTED,
        /** Make a finished song anew. */
        AGAIN,
        /** Change something of a finished song, and make that. */
        CHANGE,
        /** Send a finished song as a voice message. */
        VOICE,
        /** Delete a finished song; asks first. */
        DELETE,
        /** Delete it, as it was meant. */
        REMOVE,
        /** Choose how the bot behaves in a guild. */
        SETTING,
        /** Make a finished song longer. */
        EXTEND,
        /** Take a finished song apart; asks how far. */
        STEMS,
        /** Into two stems. */
        TWO_STEMS,
        /** Into as many as six. */
        SIX_STEMS,
        /** Show the songs of a shelf from this one on. */
        LIBRARY_FROM,
        /** Show the songs of a shelf that are newer than this one. */
        LIBRARY_NEWER,
        /** Show one song of the library. */
        LIBRARY_SONG,
        /** Post it once more. */
        LIBRARY_SEND,
        /** Call it something else. */
        LIBRARY_RENAME,
        /** Mark it. */
        LIBRARY_FAVOUR,
        /** Take the mark away. */
        LIBRARY_UNFAVOUR,
        /** Put it away; asks first. */
        LIBRARY_DELETE,
        /** Put it away, as it was meant. */
        LIBRARY_REMOVE,
        /** Put it away, and delete its messages. */
        LIBRARY_REMOVE_MESSAGES,
        /** Show a person what is stored about them. */
        PRIVACY_EXPORT,
        /** Forget a person; asks first. */
        PRIVACY_FORGET,
        /** Forget them, as it was meant. */
        PRIVACY_FORGET_DATA,
        /** Forget them, and delete the messages of their songs. */
        PRIVACY_FORGET_MESSAGES,
        /** Forget nothing. */
        PRIVACY_KEEP,
        /** Change what words a guild refuses. */
        WORDS,
        /** Show what a part of the settings is changed with. */
        SETTINGS_PAGE,
        /** Take a setting back. */
        SETTING_CLEAR,
        /** Type a setting. */
        SETTING_FORM,
        /** Show what was made in other days. */
        USAGE_SPAN,
        /** Put it together in another way. */
        USAGE_GROUPING,
        /** Every song of these days as a file. */
        USAGE_SHEET
    }

    public CustomId(Action action, JobId song) {
        this(action, song, OptionalInt.empty());
    }

    /** What concerns no song, but whoever presses. */
    public static CustomId of(Action action) {
        return new CustomId(action, NO_SONG);
    }

    /**
     * What concerns no song but the guild in which it is used.
     *
     * @param number which of the guild's matters, from 0 to 99
     */
    public static CustomId ofGuild(Action action, int number) {
        return new CustomId(action, NO_SONG, OptionalInt.of(number));
    }

    public static Optional<CustomId> parse(String text) {
        Matcher id = SHAPE.matcher(text);
        if (!id.matches() || !JobId.isValid(id.group(2))) {
            return Optional.empty();
        }
        OptionalInt part = id.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(id.group(3)));
        return Arrays.stream(Action.values())
                .filter(action -> word(action).equals(id.group(1)))
                .map(action -> new CustomId(action, new JobId(id.group(2)), part))
                .findFirst();
    }

    /** Whether it concerns a song, not whoever presses or the guild. */
    public boolean isAboutASong() {
        return !song.equals(NO_SONG);
    }

    /** The same for one part of the song. */
    public CustomId of(int number) {
        return new CustomId(action, song, OptionalInt.of(number));
    }

    /** As Discord stores it. */
    @Override
    public String toString() {
        String whole = word(action) + ":" + song;
        return part.isPresent() ? whole + ":" + part.getAsInt() : whole;
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }
}
