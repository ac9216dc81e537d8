package dev.earworm.music;

import java.nio.file.Path;
import java.util.List;

/** Takes a finished song apart into its voices. Costs money; not to be repeated when the outcome is unknown. */
public interface StemSeparator {
    /**
     * Separates a song.
     *
     * @param audio a whole sound file
     * @param folder where the stems are written, each a file of its own; to be thrown away unless the answer is
     *     {@link Separation.Separated}
     */
    Separation separate(Path audio, StemSet stems, Path folder);

    /** Which voices. */
    enum StemSet {
        /** The singing, and everything else. */
        TWO,
        /** Vocals, drums, bass, guitar, piano, other. */
        SIX
    }

    /**
     * One voice.
     *
     * @param name such as vocals
     */
    record Stem(String name, Path file) {}

    /** What came of it. */
    sealed interface Separation {
        /** @param stems not empty, in the vendor's order */
        record Separated(List<Stem> stems) implements Separation {
            public Separated {
                stems = List.copyOf(stems);
            }
        }

        record NotSeparated(ProviderFailure failure) implements Separation {}
    }
}
