package dev.earworm.music;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a model can do. Options, autocomplete, preflight, help and the README's table are all made from this, so they
 * cannot disagree.
 *
 * @param title as a member reads it
 * @param length without {@link Feature#LENGTH} the model decides by itself, and {@code usual} is what to expect
 * @param prompt with {@link LyricsPlace#IN_PROMPT} the maximum is that of prompt and lyrics together
 * @param lyrics {@link TextRange#NONE} where it has no {@link Feature#LYRICS}
 * @param lyricsPlace whether lyrics take their room from the prompt's
 * @param needs what it cannot do without: lyrics or a reference
 * @param reference there with {@link Feature#REFERENCE}
 * @param formats that the vendor makes itself; every other one is made of the best of these
 * @param price as the vendor publishes it; empty where nobody knows
 * @param typicalWait from submit to finished audio, until the bot has learned better
 */
public record MusicModel(
        ModelId id,
        String title,
        LengthRange length,
        TextRange prompt,
        TextRange lyrics,
        LyricsPlace lyricsPlace,
        Set<Feature> features,
        Set<Feature> needs,
        Optional<ReferenceRule> reference,
        Set<AudioFormat> formats,
        Optional<Price> price,
        Duration typicalWait) {
    /** Something that some models can do and others cannot. */
    public enum Feature {
        /** Can be told how long the song shall be. */
        LENGTH,
        /** Can be told not to sing. */
        INSTRUMENTAL,
        /** Sings given words. */
        LYRICS,
        /** Takes a seed. */
        SEED,
        /** Takes a seed if there is a plan, too. */
        SEED_WITH_PLAN,
        /** Starts from a given sound. */
        REFERENCE,
        /** Follows a {@link CompositionPlan} section by section; the others get it as words. */
        PLAN,
        /** Can take one of its songs up again: make it longer, or one section anew. */
        EXTEND,
        /** Its provider takes finished songs apart into voices. */
        STEMS
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
        needs = Set.copyOf(needs);
        formats = Set.copyOf(formats);
        if (!features.containsAll(needs)) {
            throw new IllegalArgumentException(id + " needs what it does not have: " + needs);
        }
        if (features.contains(Feature.REFERENCE) != reference.isPresent()) {
            throw new IllegalArgumentException(id + " must say which references it takes if and only if it takes any");
        }
        if (features.contains(Feature.LYRICS) != lyrics.maximum() > 0) {
            throw new IllegalArgumentException(id + " must have room for lyrics if and only if it sings them");
        }
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    public boolean needs(Feature feature) {
        return needs.contains(feature);
    }

    /** A model that can be told how long the song shall be, and whatever else is said before {@link Draft#build}. */
    public static Draft named(ModelId id, String title) {
        return new Draft(id, title);
    }

    /** A model whose abilities are being listed. */
    public static final class Draft {
        private final ModelId id;
        private final String title;
        private final Set<Feature> features = EnumSet.noneOf(Feature.class);
        private final Set<Feature> needs = EnumSet.noneOf(Feature.class);
        private LengthRange length = LengthRange.ofSeconds(0, 0, 0);
        private TextRange prompt = TextRange.NONE;
        private TextRange lyrics = TextRange.NONE;
        private LyricsPlace lyricsPlace = LyricsPlace.APART;
        private Optional<ReferenceRule> reference = Optional.empty();
        private Set<AudioFormat> formats = Set.of(AudioFormat.MP3);
        private Optional<Price> price = Optional.empty();
        private Duration typicalWait = Duration.ofSeconds(45);

        private Draft(ModelId id, String title) {
            this.id = id;
            this.title = title;
        }

        /** In whole seconds; a member may choose. */
        public Draft length(int minimum, int usual, int maximum) {
            length = LengthRange.ofSeconds(minimum, usual, maximum);
            features.add(Feature.LENGTH);
            return this;
        }

        /** In whole seconds; nobody may choose. */
        public Draft ownLength(int usual) {
            length = LengthRange.ofSeconds(usual, usual, usual);
            features.remove(Feature.LENGTH);
            return this;
        }

        public Draft prompt(int minimum, int maximum) {
            prompt = new TextRange(minimum, maximum);
            return this;
        }

        /** In a field of their own. */
        public Draft lyrics(int minimum, int maximum) {
            lyrics = new TextRange(minimum, maximum);
            features.add(Feature.LYRICS);
            return this;
        }

        /** Out of the prompt's room. */
        public Draft lyricsInPrompt(int maximum) {
            lyricsPlace = LyricsPlace.IN_PROMPT;
            return lyrics(0, maximum);
        }

        public Draft can(Feature... more) {
            features.addAll(Set.of(more));
            return this;
        }

        /** Cannot do without. */
        public Draft needs(Feature... more) {
            needs.addAll(Set.of(more));
            return this;
        }

        public Draft reference(ReferenceRule rule) {
            reference = Optional.of(rule);
            features.add(Feature.REFERENCE);
            return this;
        }

        public Draft formats(AudioFormat... made) {
            formats = Set.of(made);
            return this;
        }

        public Draft price(Price known) {
            price = Optional.of(known);
            return this;
        }

        public Draft typicalWait(Duration wait) {
            typicalWait = wait;
            return this;
        }

        public MusicModel build() {
            return new MusicModel(
                    id,
                    title,
                    length,
                    prompt,
                    lyrics,
                    lyricsPlace,
                    features,
                    needs,
                    reference,
                    formats,
                    price,
                    typicalWait);
        }
    }
}
