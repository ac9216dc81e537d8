package dev.earworm.music;

import java.util.List;
import java.util.Optional;

/**
 * What a vendor tells about a track beside the sound; each may be missing.
 *
 * @param genres in the vendor's words
 * @param plan section by section, as it was really made
 * @param words that are sung, in order
 * @param songId by which the vendor keeps it, for {@link Excerpt}s
 * @param cost what the vendor says that it charged
 */
public record TrackDetails(
        Optional<String> title,
        Optional<String> description,
        List<String> genres,
        Optional<CompositionPlan> plan,
        List<TimedWord> words,
        Optional<String> songId,
        Optional<Usd> cost) {
    public static final TrackDetails NONE = new TrackDetails(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public TrackDetails {
        genres = List.copyOf(genres);
        words = List.copyOf(words);
    }

    public static TrackDetails titled(String title) {
        return NONE.withTitle(Optional.of(title));
    }

    public TrackDetails withTitle(Optional<String> other) {
        return new TrackDetails(other, description, genres, plan, words, songId, cost);
    }

    public TrackDetails withSongId(Optional<String> other) {
        return new TrackDetails(title, description, genres, plan, words, other, cost);
    }

    public TrackDetails withCost(Optional<Usd> other) {
        return new TrackDetails(title, description, genres, plan, words, songId, other);
    }
}
