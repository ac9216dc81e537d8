package dev.earworm.music;

import java.time.Duration;
import java.util.Set;

/**
 * What a model can do. Options, autocomplete, preflight and help are all made from this, so they cannot disagree.
 *
 * @param title as a member reads it
 * @param minimumLength whole seconds
 * @param defaultLength used when the member names none
 * @param maximumLength whole seconds
 * @param promptLimit in characters; with {@link LyricsPlace#IN_PROMPT} prompt and lyrics together
 * @param lyricsLimit in characters; 0 where it has no {@link Feature#LYRICS}
 * @param lyricsPlace whether lyrics take their room from the prompt's
 * @param typicalWait from submit to finished audio, until the bot has learned better
 */
public record MusicModel(
        ModelId id,
        String title,
        Duration minimumLength,
        Duration defaultLength,
        Duration maximumLength,
        int promptLimit,
        int lyricsLimit,
        LyricsPlace lyricsPlace,
        Set<Feature> features,
        Duration typicalWait) {
    /** An option that some models have and others lack. */
    public enum Feature {
        /** Can be told not to sing. */
        INSTRUMENTAL,
        /** Sings given words. */
        LYRICS,
        /** Takes a seed. */
        SEED,
        /** Starts from a given sound. */
        REFERENCE
    }

    /** Where a model takes the words that it sings. */
    public enum LyricsPlace {
        /** In a field of their own (or nowhere): each limit holds alone. */
        APART,
        /** In the prompt's text: the prompt's limit holds for both together. */
        IN_PROMPT
    }

    public MusicModel {
        features = Set.copyOf(features);
    }

    /** A model whose prompt has its limit for itself. */
    public MusicModel(
            ModelId id,
            String title,
            Duration minimumLength,
            Duration defaultLength,
            Duration maximumLength,
            int promptLimit,
            int lyricsLimit,
            Set<Feature> features,
            Duration typicalWait) {
        this(
                id,
                title,
                minimumLength,
                defaultLength,
                maximumLength,
                promptLimit,
                lyricsLimit,
                LyricsPlace.APART,
                features,
                typicalWait);
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }
}
