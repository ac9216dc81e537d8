package dev.earworm.music;

import java.time.Duration;

/**
 * A part of a song that the vendor keeps, to be used again as it is.
 *
 * @param songId {@link TrackDetails#songId()} or that of an upload
 * @param from from the beginning of that song
 * @param to from the beginning of that song; after {@code from}
 */
public record Excerpt(String songId, Duration from, Duration to) {
    public Excerpt {
        if (songId.isBlank() || from.isNegative() || from.compareTo(to) >= 0) {
            throw new IllegalArgumentException("not a part of a song: " + songId + " from " + from + " to " + to);
        }
    }

    public Duration length() {
        return to.minus(from);
    }
}
