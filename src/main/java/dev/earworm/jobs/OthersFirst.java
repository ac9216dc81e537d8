package dev.earworm.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.music.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The courtesy that keeps turns fair between processes: a slot is left free for a song of another process that is next in
 * line. Whoever does not take it within ten seconds does not run, or has no room, and is passed until it does.
 */
final class OthersFirst {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);
    private static final int SONGS = 100_000;

    private final Cache<JobId, Instant> couldGoSince = Caffeine.newBuilder()
            .maximumSize(SONGS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();
    private final InstantSource clock;

    OthersFirst(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a slot is to be left free for this song, for which one is free now. */
    boolean isExpected(JobId song) {
        Instant now = clock.instant();
        Instant since = couldGoSince.get(song, _ -> now);
        return now.isBefore(since.plus(PATIENCE));
    }
}
