package dev.earworm.storage;

import dev.earworm.library.RetentionStore;
import dev.earworm.music.JobId;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaDay;
import dev.earworm.settings.GuildSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Forgets rows; a song's own row stays, without what would say whose it was or what it was about. */
final class JdbiRetentionStore implements RetentionStore {
    private static final int A_BATCH = 200;

    private final Jdbi jdbi;
    private final Turns turns;

    JdbiRetentionStore(Jdbi jdbi, Turns turns) {
        this.jdbi = jdbi;
        this.turns = turns;
    }

    @Override
    public Map<GuildId, Integer> retentions() {
        Map<GuildId, Integer> retentions = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT guild_id, settings FROM guild_settings")
                .map((row, _) -> Map.entry(
                        new GuildId(row.getLong("guild_id")),
                        JsonColumn.read(row.getString("settings"), GuildSettings.class)))
                .forEach(entry ->
                        entry.getValue().retentionDays().ifPresent(days -> retentions.put(entry.getKey(), days))));
        return retentions;
    }

    @Override
    public List<JobId> forgetSongs(GuildId guild, Instant before, int most) {
        return jdbi.inTransaction(handle -> {
            turns.take(handle, Turns.SONGS);
            List<String> songs = handle.createQuery("""
                            SELECT id FROM job
                            WHERE guild_id = :guild AND ended_at < :before AND aged = 0 AND told = 1
                              AND state IN ('DELIVERED', 'FAILED', 'CANCELLED')
                            ORDER BY ended_at LIMIT :most
                            """)
                    .bind("guild", guild.value())
                    .bind("before", before.toEpochMilli())
                    .bind("most", most)
                    .mapTo(String.class)
                    .list();
            if (!songs.isEmpty()) {
                forget(handle, songs);
            }
            return songs.stream().map(JobId::new).toList();
        });
    }

    private static void forget(Handle handle, List<String> songs) {
        run(handle, songs, "DELETE FROM song_copy WHERE song_id IN (<songs>)");
        run(handle, songs, "DELETE FROM voice_message WHERE song_id IN (<songs>)");
        run(handle, songs, "DELETE FROM draft WHERE song_id IN (<songs>)");
        run(handle, songs, """
                UPDATE job SET aged = 1, %s
                WHERE id IN (<songs>)
                """.formatted(JdbiPersonalDataStore.FORGOTTEN));
    }

    private static void run(Handle handle, List<String> songs, String sql) {
        handle.createUpdate(sql).bindList("songs", songs).execute();
    }

    @Override
    public void forgetBesides(GuildId guild, Instant before) {
        jdbi.useTransaction(handle -> {
            for (String sql : List.of(
                    "DELETE FROM draft WHERE guild_id = :guild AND changed_at < :before",
                    "DELETE FROM audit WHERE guild_id = :guild AND at < :before")) {
                handle.createUpdate(sql)
                        .bind("guild", guild.value())
                        .bind("before", before.toEpochMilli())
                        .execute();
            }
        });
    }

    @Override
    public void forgetMembers(QuotaDay before) {
        boolean wasMore = true;
        while (wasMore) {
            wasMore = jdbi.inTransaction(handle -> forgetSomeMembers(handle, before));
        }
    }

    private static boolean forgetSomeMembers(Handle handle, QuotaDay before) {
        List<String> songs = handle.createQuery("""
                        SELECT job_id FROM reservation
                        WHERE user_id <> 0 AND day < :before AND job_id IN (SELECT id FROM job WHERE aged = 1) LIMIT :most
                        """)
                .bind("before", before.toString())
                .bind("most", A_BATCH)
                .mapTo(String.class)
                .list();
        if (songs.isEmpty()) {
            return false;
        }
        run(handle, songs, "UPDATE reservation SET user_id = 0, roles = '' WHERE job_id IN (<songs>)");
        return true;
    }

    @Override
    public int dropReservations(QuotaDay before, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM reservation WHERE job_id IN (
                            SELECT job_id FROM reservation WHERE day < :before AND state <> 'RESERVED' LIMIT :most)
                        """)
                .bind("before", before.toString())
                .bind("most", most)
                .execute());
    }

    @Override
    public int dropAudit(Instant before, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < :before LIMIT :most)
                        """)
                .bind("before", before.toEpochMilli())
                .bind("most", most)
                .execute());
    }
}
