package dev.earworm.storage;

import dev.earworm.drafts.Draft;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.drafts.Draft.Typed;
import dev.earworm.drafts.DraftStore;
import dev.earworm.drafts.SongForm;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Drafts as rows; changes of one draft, which read and write it, take turns. */
final class JdbiDraftStore implements DraftStore {
    private static final String INSERT = """
            INSERT INTO draft (song_id, guild_id, user_id, form, request, changed_at)
            VALUES (:song, :guild, :user, :form, :request, :now)
            """;
    private static final String REPLACE = """
            ON CONFLICT (song_id) DO UPDATE SET guild_id = excluded.guild_id, user_id = excluded.user_id,
                form = excluded.form, request = excluded.request, changed_at = excluded.changed_at
            """;

    private final Jdbi jdbi;
    private final Turns turns;

    JdbiDraftStore(Jdbi jdbi, Turns turns) {
        this.jdbi = jdbi;
        this.turns = turns;
    }

    @Override
    public void add(Draft draft, Instant now) {
        write(INSERT, draft, now);
    }

    @Override
    public void put(Draft draft, Instant now) {
        write(INSERT + REPLACE, draft, now);
    }

    private void write(String sql, Draft draft, Instant now) {
        jdbi.useHandle(handle -> {
            Update insert = handle.createUpdate(sql)
                    .bind("song", draft.song().value())
                    .bind("guild", draft.account().guild().value())
                    .bind("user", draft.account().user().value())
                    .bind("now", now.toEpochMilli());
            switch (draft) {
                case Typed typed ->
                    insert.bind("form", JsonColumn.write(typed.form())).bind("request", (String) null);
                case Planned planned ->
                    insert.bind("form", (String) null).bind("request", JsonColumn.write(planned.request()));
            }
            insert.execute();
        });
    }

    @Override
    public Optional<Draft> find(JobId song) {
        return jdbi.withHandle(handle -> find(handle, song));
    }

    @Override
    public Optional<Planned> replan(JobId song, UnaryOperator<CompositionPlan> change, Instant now) {
        return jdbi.inTransaction(handle -> {
            turns.take(handle, "draft " + song);
            return planned(handle, song).map(before -> replanned(handle, before, change, now));
        });
    }

    private static Planned replanned(
            Handle handle, Planned before, UnaryOperator<CompositionPlan> change, Instant now) {
        CompositionPlan plan = change.apply(before.request().plan().orElseThrow());
        Planned after =
                new Planned(before.song(), before.account(), before.request().withPlan(plan));
        handle.createUpdate("UPDATE draft SET request = :request, changed_at = :now WHERE song_id = :song")
                .bind("request", JsonColumn.write(after.request()))
                .bind("now", now.toEpochMilli())
                .bind("song", before.song().value())
                .execute();
        return after;
    }

    @Override
    public int forget(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM draft WHERE changed_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    private static Optional<Planned> planned(Handle handle, JobId song) {
        return find(handle, song).filter(Planned.class::isInstance).map(Planned.class::cast);
    }

    private static Optional<Draft> find(Handle handle, JobId song) {
        return handle.createQuery("SELECT * FROM draft WHERE song_id = :song")
                .bind("song", song.value())
                .map((row, _) -> read(row))
                .findOne();
    }

    static Draft read(ResultSet row) throws SQLException {
        JobId song = new JobId(row.getString("song_id"));
        Account account = JobRow.account(row);
        Optional<String> form = Optional.ofNullable(row.getString("form"));
        if (form.isPresent()) {
            return new Typed(song, account, JsonColumn.read(form.get(), SongForm.class));
        }
        return new Planned(song, account, JsonColumn.read(row.getString("request"), SongRequest.class));
    }
}
