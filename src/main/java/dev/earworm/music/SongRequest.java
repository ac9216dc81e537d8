package dev.earworm.music;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a member asked for, complete: every default is already filled in, so that the same request makes the same song
 * after a restart.
 *
 * @param prompt the member's words, never empty
 * @param length how long the song shall be
 * @param instrumental no singing
 * @param lyrics words to sing
 * @param seed makes a model that takes one repeat itself; 0 to 2^31 − 1
 */
public record SongRequest(
        ModelId model,
        String prompt,
        Duration length,
        boolean instrumental,
        Optional<String> lyrics,
        AudioFormat format,
        OptionalLong seed,
        Optional<Reference> reference) {
    /** The largest seed that every vendor takes. */
    public static final long MAX_SEED = Integer.MAX_VALUE;

    public SongRequest {
        if (prompt.isBlank()) {
            throw new IllegalArgumentException("a song needs a prompt");
        }
    }

    /** The length in whole seconds, as it counts against a quota. */
    public int seconds() {
        return Math.toIntExact(length.plusMillis(999).toSeconds());
    }

    public SongRequest withPrompt(String other) {
        return new SongRequest(model, other, length, instrumental, lyrics, format, seed, reference);
    }
}
