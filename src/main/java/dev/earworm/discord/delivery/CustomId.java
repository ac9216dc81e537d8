package dev.earworm.discord.delivery;

import dev.earworm.music.JobId;
import java.util.Locale;
import java.util.Optional;

/**
 * What a button is for, as it stands in the message: {@code cancel:<song>}. It holds everything its handler needs, so a
 * button works after a restart, and it proves nothing: a tampered client can send any.
 */
public record CustomId(Action action, JobId song) {
    /** What a press asks for. */
    public enum Action {
        /** Call the song back. */
        CANCEL,
        /** Ask again, with the prompt that the provider suggested. */
        SUGGEST
    }

    public static Optional<CustomId> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !JobId.isValid(text.substring(colon + 1))) {
            return Optional.empty();
        }
        String word = text.substring(0, colon);
        for (Action action : Action.values()) {
            if (word(action).equals(word)) {
                return Optional.of(new CustomId(action, new JobId(text.substring(colon + 1))));
            }
        }
        return Optional.empty();
    }

    /** As Discord stores it. */
    @Override
    public String toString() {
        return word(action) + ":" + song;
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }
}
