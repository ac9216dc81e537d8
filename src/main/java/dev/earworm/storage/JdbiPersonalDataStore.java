package dev.earworm.storage;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.music.JobId;
import dev.earworm.privacy.PersonalDataStore;
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
                        row.getString("state")))
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
        run(handle, person, """
                UPDATE audit SET what = replace(what, '<@' || CAST(:user AS TEXT) || '>', '(forgotten)')
                WHERE what LIKE '%<@' || CAST(:user AS TEXT) || '>%'
                """);
        run(handle, person, "DELETE FROM song_copy WHERE song_id IN (SELECT id FROM job WHERE user_id = :user)");
        run(handle, person, "DELETE FROM voice_message WHERE song_id IN (SELECT id FROM job WHERE user_id = :user)");
        handle.createUpdate("DELETE FROM reservation WHERE user_id = :user AND day <> :today")
                .bind("user", person.value())
                .bind("today", today.toString())
                .execute();
        run(handle, person, "UPDATE job SET " + FORGOTTEN + " WHERE user_id = :user");
        return new Erasure.Erased(songs);
    }

    private static void run(Handle handle, UserId person, String sql) {
        handle.createUpdate(sql).bind("user", person.value()).execute();
    }

    @Override
    public void forgetLeftovers(QuotaDay today) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        DELETE FROM reservation
                        WHERE day < :today AND job_id IN (SELECT id FROM job WHERE user_id = 0 AND aged = 0)
                        """).bind("today", today.toString()).execute());
    }
}
