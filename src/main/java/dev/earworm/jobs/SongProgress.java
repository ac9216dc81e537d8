package dev.earworm.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.music.JobId;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How far the songs are that are being made: what their vendors say, and what members were told. Kept in memory, since a
 * question to a vendor writes nothing; after a restart vendors are asked anew.
 */
public final class SongProgress {
    /** Longer than between two questions about one song. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Cache<JobId, Integer> said = memory();
    private final Cache<JobId, Integer> told = memory();

    private static Cache<JobId, Integer> memory() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(KEPT)
                .build();
    }

    /** The vendor's own word, in percent. */
    public void heard(JobId song, int percent) {
        said.put(song, percent);
    }

    OptionalInt said(JobId song) {
        Integer percent = said.getIfPresent(song);
        return percent == null ? OptionalInt.empty() : OptionalInt.of(percent);
    }

    /** From here on no less may be told. */
    void tells(JobId song, int percent) {
        told.asMap().merge(song, percent, Math::max);
    }

    /** The most that was told, in percent; 0 when nothing was. */
    int told(JobId song) {
        Integer percent = told.getIfPresent(song);
        return percent == null ? 0 : percent;
    }

    /** The song is not being made, or begins anew. */
    void forget(JobId song) {
        said.invalidate(song);
        told.invalidate(song);
    }
}
