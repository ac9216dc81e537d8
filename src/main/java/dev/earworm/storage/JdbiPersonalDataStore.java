package dev.earworm.storage;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.music.JobId;
import dev.earworm.music.Usd;
import dev.earworm.privacy.PersonalDataStore;
import dev.earworm.privacy.PersonalDecision;
import dev.earworm.privacy.PersonalDraft;
import dev.earworm.privacy.PersonalReservation;
import dev.earworm.privacy.PersonalSong;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A person's rows, wherever they are. Songs that belong to nobody belong to user 0. */
final class JdbiPersonalDataStore implements PersonalDataStore {
    /** What of a song's row goes with whoever ordered it; what stays belongs to nobody. */
    static final String FORGOTTEN = """
            user_id = 0, channel_id = 0, visibility = 'PRIVATE', language = 'en', prompt = '(forgotten)',
            interaction_token = NULL, interaction_expires = NULL, lyrics = NULL, seed = NULL, reference = NULL,
            plan = NULL, suggestion = NULL, suggested_plan = NULL, details = NULL, title = NULL,
            given_title = NULL, search_text = '', provider_job_id = NULL, status_message_id = NULL,
            track_channel_id = NULL, track_message_id = NULL, kept_until = NULL, favourite = 0, hidden = 1
            """;

    /** Reservations that count no more, of songs that belong to nobody. */
    private static final String LEFT_OVER =
            "user_id <> 0 AND day < :first AND job_id IN (SELECT id FROM job WHERE user_id = 0)";

    private final Jdbi jdbi;
    private final Turns turns;

    JdbiPersonalDataStore(Jdbi jdbi, Turns turns) {
        this.jdbi = jdbi;
        this.turns = turns;
    }

    @Override
    public List<PersonalSong> songs(UserId person) {
        return jdbi
                .withHandle(handle -> handle.createQuery("SELECT * FROM job WHERE user_id = :user ORDER BY id")
                        .bind("user", person.value())
                        .map((row, _) -> new PersonalSong(
                                JobRow.read(row), row.getBoolean("favourite"), row.getBoolean("hidden"), List.of()))
                        .list())
                .stream()
                .map(this::withMessages)
                .toList();
    }

    private PersonalSong withMessages(PersonalSong song) {
        Job job = song.job();
        List<PostedAt> besides = new ArrayList<>(new JdbiSongCopies(jdbi, turns).of(job.id()));
        besides.addAll(new JdbiVoiceMessageStore(jdbi, turns).of(job.id()));
        return new PersonalSong(job, song.favourite(), song.hidden(), besides);
    }

    @Override
    public List<PersonalReservation> reservations(UserId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM reservation WHERE user_id = :user ORDER BY job_id")
                .bind("user", person.value())
                .map((row, _) -> new PersonalReservation(
                        new JobId(row.getString("job_id")),
                        new GuildId(row.getLong("guild_id")),
                        new QuotaDay(LocalDate.parse(row.getString("day"))),
                        row.getInt("seconds"),
                        new Usd(row.getLong("micro_usd")),
                        row.getString("state")))
                .list());
    }

    @Override
    public List<PersonalDecision> decisions(UserId person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT guild_id, 'BLOCKED' AS decision, '' AS of, blocked_at AS at
                        FROM blocked_member WHERE user_id = :user
                        UNION ALL
                        SELECT guild_id, 'GRANTED', measure || ' ' || amount, granted_at
                        FROM quota_grant WHERE user_id = :user
                        UNION ALL
                        SELECT guild_id, 'LIMITED', limit_name || ' ' || coalesce(CAST(amount AS TEXT), 'UNLIMITED'), 0
                        FROM quota_rule WHERE user_id = :user
                        ORDER BY 1, 4, 3
                        """)
                .bind("user", person.value())
                .map((row, _) -> new PersonalDecision(
                        new GuildId(row.getLong("guild_id")),
                        row.getString("decision"),
                        Optional.of(row.getString("of")).filter(text -> !text.isEmpty()),
                        Optional.of(row.getLong("at")).filter(at -> at > 0).map(Instant::ofEpochMilli)))
                .list());
    }

    @Override
    public List<PersonalDraft> drafts(UserId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM draft WHERE user_id = :user ORDER BY song_id")
                .bind("user", person.value())
                .map((row, _) ->
                        new PersonalDraft(JdbiDraftStore.read(row), Instant.ofEpochMilli(row.getLong("changed_at"))))
                .list());
    }

    @Override
    public Erasure erase(UserId person, QuotaDay today) {
        return jdbi.inTransaction(handle -> {
            turns.take(handle, Turns.SONGS);
            int inTheWorks = inTheWorks(handle, person);
            return inTheWorks > 0 ? new Erasure.SongsInTheWorks(inTheWorks) : erased(handle, person, today);
        });
    }

    private static int inTheWorks(Handle handle, UserId person) {
        return handle.createQuery("""
                        SELECT count(*) FROM job
                        WHERE user_id = :user
                          AND (state IN ('QUEUED', 'SUBMITTING', 'RENDERING', 'RENDERED') OR told = 0)
                        """)
                .bind("user", person.value())
                .mapTo(Integer.class)
                .one();
    }

    private static Erasure erased(Handle handle, UserId person, QuotaDay today) {
        List<JobId> songs = handle.createQuery("SELECT id FROM job WHERE user_id = :user ORDER BY id")
                .bind("user", person.value())
                .map((row, _) -> new JobId(row.getString("id")))
                .list();
        run(handle, person, "DELETE FROM draft WHERE user_id = :user");
        // What an admin did stays known to the other admins; who it was does not.
        run(handle, person, "UPDATE audit SET user_id = 0 WHERE user_id = :user");
        // The key is the guild's.
        run(handle, person, "UPDATE guild_key SET user_id = 0 WHERE user_id = :user");
        run(handle, person, """
                UPDATE audit SET what = replace(what, '<@' || CAST(:user AS TEXT) || '>', '(forgotten)')
                WHERE what LIKE '%<@' || CAST(:user AS TEXT) || '>%'
                """);
        run(handle, person, "DELETE FROM song_copy WHERE song_id IN (SELECT id FROM job WHERE user_id = :user)");
        run(handle, person, "DELETE FROM voice_message WHERE song_id IN (SELECT id FROM job WHERE user_id = :user)");
        run(handle, person, "UPDATE reservation SET roles = '' WHERE user_id = :user");
        // What was done to others stays known; who did it does not.
        run(handle, person, "UPDATE quota_grant SET granted_by = 0 WHERE granted_by = :user");
        run(handle, person, "UPDATE blocked_member SET blocked_by = 0 WHERE blocked_by = :user");
        run(handle, person, "UPDATE job SET " + FORGOTTEN + " WHERE user_id = :user");
        forgetCounted(handle, person, today);
        return new Erasure.Erased(songs);
    }

    private static void run(Handle handle, UserId person, String sql) {
        handle.createUpdate(sql).bind("user", person.value()).execute();
    }

    @Override
    public void forgetLeftovers(QuotaDay today) {
        jdbi.useTransaction(handle -> {
            if (hasLeftovers(handle, today)) {
                // Of all at once: one after the other, many who were forgotten would keep everybody from the database.
                handle.createUpdate("UPDATE reservation SET user_id = 0 WHERE " + LEFT_OVER)
                        .bind("first", today.firstThatCounts().toString())
                        .execute();
            }
            handle.createUpdate("DELETE FROM quota_grant WHERE granted_at < :first")
                    .bind("first", today.firstThatCounts().begin().toEpochMilli())
                    .execute();
        });
    }

    /** Most days there are none, and nothing is written. */
    private static boolean hasLeftovers(Handle handle, QuotaDay today) {
        return handle.createQuery("SELECT 1 FROM reservation WHERE " + LEFT_OVER + " LIMIT 1")
                .bind("first", today.firstThatCounts().toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /**
     * What counts no more, of songs that belong to nobody. It was spent by somebody: the money of the guild and of the
     * instance has no hole.
     */
    private static void forgetCounted(Handle handle, UserId person, QuotaDay today) {
        handle.createUpdate("UPDATE reservation SET user_id = 0 WHERE user_id = :user AND " + LEFT_OVER)
                .bind("user", person.value())
                .bind("first", today.firstThatCounts().toString())
                .execute();
    }
}
