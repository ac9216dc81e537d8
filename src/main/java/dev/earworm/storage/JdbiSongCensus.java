package dev.earworm.storage;

import dev.earworm.jobs.JobState;
import dev.earworm.jobs.SongCensus;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Counts along the index by which turns are given. */
final class JdbiSongCensus implements SongCensus {
    private final Jdbi jdbi;

    JdbiSongCensus(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Count> of(String provider) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT state, count(*) AS songs, min(accepted_at) AS oldest FROM job
                        WHERE provider = :provider AND state IN ('QUEUED', 'SUBMITTING', 'RENDERING', 'RENDERED')
                        GROUP BY state
                        """)
                .bind("provider", provider)
                .map((row, _) -> new Count(
                        JobState.valueOf(row.getString("state")),
                        row.getInt("songs"),
                        Instant.ofEpochMilli(row.getLong("oldest"))))
                .list());
    }
}
