package dev.earworm.storage;

import dev.earworm.jobs.LoggedSongs;
import dev.earworm.music.JobId;
import org.jdbi.v3.core.Jdbi;

/** A mark at each song's row. */
final class JdbiLoggedSongs implements LoggedSongs {
    private final Jdbi jdbi;

    JdbiLoggedSongs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean add(JobId song) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE job SET logged = 1 WHERE id = :id AND logged = 0")
                        .bind("id", song.value())
                        .execute())
                == 1;
    }
}
