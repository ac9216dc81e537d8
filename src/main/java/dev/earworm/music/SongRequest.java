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
 * @param plan the song section by section; its lyrics, if it has any, go before {@code lyrics}
 */
public record SongRequest(
        ModelId model,
        String prompt,
        Duration length,
        boolean instrumental,
        Optional<String> lyrics,
        AudioFormat format,
        OptionalLong seed,
        Optional<Reference> reference,
        Optional<CompositionPlan> plan) {
    /** The largest seed that every vendor takes. */
    public static final long MAX_SEED = Integer.MAX_VALUE;

    public SongRequest {
        if (prompt.isBlank()) {
            throw new IllegalArgumentException("a song needs a prompt");
        }
    }

    /** A song of words alone. */
    public SongRequest(
            ModelId model,
            String prompt,
            Duration length,
            boolean instrumental,
            Optional<String> lyrics,
            AudioFormat format,
            OptionalLong seed,
            Optional<Reference> reference) {
        this(model, prompt, length, instrumental, lyrics, format, seed, reference, Optional.empty());
    }

    /** The length in whole seconds, as it counts against a quota. */
    public int seconds() {
        return Math.toIntExact(length.plusMillis(999).toSeconds());
    }

    /** The plan's lyrics, else the member's. */
    public Optional<String> wordsToSing() {
        return plan.filter(CompositionPlan::hasLyrics).map(PlanPrompt::lyrics).or(() -> lyrics);
    }

    public SongRequest withPrompt(String other) {
        return new SongRequest(model, other, length, instrumental, lyrics, format, seed, reference, plan);
    }

    public SongRequest withModel(ModelId other) {
        return new SongRequest(other, prompt, length, instrumental, lyrics, format, seed, reference, plan);
    }

    public SongRequest withLength(Duration other) {
        return new SongRequest(model, prompt, other, instrumental, lyrics, format, seed, reference, plan);
    }

    public SongRequest withSeed(OptionalLong other) {
        return new SongRequest(model, prompt, length, instrumental, lyrics, format, other, reference, plan);
    }

    public SongRequest withoutReference() {
        return new SongRequest(model, prompt, length, instrumental, lyrics, format, seed, Optional.empty(), plan);
    }

    /** The plan decides on the length, too. */
    public SongRequest withPlan(CompositionPlan other) {
        return new SongRequest(
                model, prompt, other.length(), instrumental, lyrics, format, seed, reference, Optional.of(other));
    }
}
