package dev.earworm.providers.synth.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The place that a section has in a song, as its name tells. */
@SuppressWarnings("ImmutableEnumChecker") // The sets are made by Set.of.
public enum Station {
    INTRO("intro", "introduction", "opening", "prelude", "overture"),
    OUTRO("outro", "ending", "end", "coda", "epilogue", "postlude", "fade"),
    BUILD_UP("pre", "prechorus", "build", "buildup", "up", "rise", "riser", "lift"),
    BREAK("break", "breakdown", "interlude", "pause"),
    CHORUS("chorus", "choruses", "refrain", "hook", "drop", "climax", "finale", "post"),
    BRIDGE("bridge", "middle", "eight", "solo", "development"),
    VERSE("verse", "verses", "strophe", "theme", "main", "part", "section");

    private final Set<String> words;

    Station(String... words) {
        this.words = Set.of(words);
    }

    /** The first of these places that the name speaks of: a pre-chorus leads up to one, an outro chorus ends. */
    static Optional<Station> named(List<String> name) {
        for (Station station : values()) {
            if (name.stream().anyMatch(station.words::contains)) {
                return Optional.of(station);
            }
        }
        return Optional.empty();
    }

    /** Whether the word speaks of a place, and so of nothing else: this chorus is no choir. */
    static boolean isSpokenOf(String word) {
        return Arrays.stream(values()).anyMatch(station -> station.words.contains(word));
    }
}
