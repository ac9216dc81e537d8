package dev.earworm.music;

import dev.earworm.music.MusicProvider.RepeatedSubmit;
import java.nio.file.Path;
import java.util.List;

/** Takes a finished song apart into its voices. May cost money; what a repeat costs is {@link #repeatedSeparation}. */
public interface StemSeparator {
    /**
     * Separates a song.
     *
     * @param folder exists and is empty; the stems are written there, each a file of its own with the stem's name and an
     *     ending; to be thrown away unless the answer is {@link Separation.Separated}
     */
    Separation separate(Recording song, StemSet stems, Path folder);

    /** What it costs to separate a song again when the first reply was lost. */
    RepeatedSubmit repeatedSeparation();

    /**
     * A finished song. A vendor listens to the sound; whoever composed it by rule knows better from the words.
     *
     * @param request by which it was made
     * @param details what its provider told
     * @param audio a whole sound file
     */
    record Recording(SongRequest request, TrackDetails details, Path audio) {}

    /** How far it is taken apart. */
    enum StemSet {
        /** The leading voice (singing, where there is any), and everything else. */
        TWO,
        /** As many as six; from a vendor vocals, drums, bass, guitar, piano, other. */
        SIX
    }

    /**
     * One voice.
     *
     * @param name such as vocals: lower-case Latin letters, digits and hyphens
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
