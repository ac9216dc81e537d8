package dev.earworm.storage;

import dev.earworm.jobs.PostedAt;
import dev.earworm.library.KeptStore;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Kept songs as a column of their jobs. */
final class JdbiKeptStore implements KeptStore {
    private final Jdbi jdbi;

    JdbiKeptStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Set<JobId> all() {
        return new HashSet<>(ids("SELECT id FROM job WHERE kept_until IS NOT NULL", Map.of()));
    }

    @Override
    public List<JobId> expired(Instant now) {
        return ids(
                "SELECT id FROM job WHERE kept_until IS NOT NULL AND kept_until <= :now",
                Map.of("now", now.toEpochMilli()));
    }

    private List<JobId> ids(String sql, Map<String, Object> values) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(values)
                .map((row, _) -> new JobId(row.getString("id")))
                .list());
    }

    @Override
    public int waiting(Account member) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM job
                        WHERE guild_id = :guild AND user_id = :user AND state = 'DELIVERED' AND hidden = 0
                          AND kept_until IS NOT NULL AND track_message_id IS NULL
                        """)
                .bind("guild", member.guild().value())
                .bind("user", member.user().value())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void handedOver(JobId id, PostedAt at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE job SET track_channel_id = :channel, track_message_id = :message, kept_until = NULL
                        WHERE id = :id AND user_id <> 0
                        """)
                .bind("channel", at.channel().value())
                .bind("message", at.message().value())
                .bind("id", id.value())
                .execute());
    }

    @Override
    public void forget(JobId id) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE job SET kept_until = NULL WHERE id = :id")
                .bind("id", id.value())
                .execute());
    }
}
