package dev.earworm.storage;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Turn;
import dev.earworm.jobs.Work;
import dev.earworm.keys.KeyId;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.library.SearchText;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Suggestion;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.quota.GuildId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Jobs as rows. Every move names the states that it starts from, so a second one finds nothing to move. */
final class JdbiJobStore implements JobStore {
    private final Jdbi jdbi;
    private final Turns turns;

    JdbiJobStore(Jdbi jdbi, Turns turns) {
        this.jdbi = jdbi;
        this.turns = turns;
    }

    @Override
    public void add(Job job) {
        jdbi.useHandle(handle -> JobRow.insert(handle, job));
    }

    @Override
    public Optional<Job> find(JobId id) {
        return jobs("SELECT * FROM job WHERE id = :id", Map.of("id", id.value())).stream()
                .findFirst();
    }

    @Override
    public List<Job> unfinished() {
        return jobs("SELECT * FROM job WHERE told = 0 ORDER BY accepted_at, id", Map.of());
    }

    @Override
    public List<Job> lastEnded(Duration within) {
        return jobs("""
                SELECT * FROM job
                WHERE ended_at >= (SELECT max(ended_at) FROM job) - :within
                ORDER BY ended_at DESC, id DESC
                """, Map.of("within", within.toMillis()));
    }

    @Override
    public List<Job> unfinished(GuildId guild) {
        return jobs("""
                SELECT * FROM job
                WHERE guild_id = :guild AND state IN ('QUEUED', 'SUBMITTING', 'RENDERING', 'RENDERED')
                ORDER BY accepted_at, id
                """, Map.of("guild", guild.value()));
    }

    @Override
    public Optional<Job> unfinished(Work.Stems stems) {
        String sql = """
                SELECT * FROM job
                WHERE stems_of = :song AND stem_set = :set
                  AND state IN ('QUEUED', 'SUBMITTING', 'RENDERING', 'RENDERED')
                """;
        return jobs(sql, Map.of("song", stems.of().value(), "set", stems.set().name())).stream()
                .findFirst();
    }

    private List<Job> jobs(String sql, Map<String, Object> values) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(values)
                .map((row, _) -> JobRow.read(row))
                .list());
    }

    @Override
    public List<ProviderAccount.Guilds> guildAccountsWaiting(Instant now) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("""
                    SELECT DISTINCT provider, guild_id, key_id FROM job
                    WHERE state = 'QUEUED' AND key_id <> '' AND due_at <= :now
                    """);
            return query.bind("now", now.toEpochMilli())
                    .map((row, _) -> new ProviderAccount.Guilds(
                            row.getString("provider"),
                            new GuildId(row.getLong("guild_id")),
                            new KeyId(row.getString("key_id"))))
                    .list();
        });
    }

    @Override
    public List<Turn.Waiting> waiting(ProviderAccount account, Instant now) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("""
                    SELECT id, guild_id, user_id, accepted_at FROM job
                    WHERE provider = :provider AND key_id = :key AND state = 'QUEUED' AND due_at <= :now
                    """);
            return query.bind("provider", account.provider())
                    .bind("key", JobRow.key(account))
                    .bind("now", now.toEpochMilli())
                    .map((row, _) -> new Turn.Waiting(
                            new JobId(row.getString("id")),
                            JobRow.account(row),
                            Instant.ofEpochMilli(row.getLong("accepted_at"))))
                    .list();
        });
    }

    @Override
    public List<Turn.Taken> turnsTaken(ProviderAccount account, Instant since) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("""
                    SELECT guild_id, user_id, max(promoted_at) AS latest,
                           count(*) FILTER (WHERE state IN ('SUBMITTING', 'RENDERING')) AS active
                    FROM job
                    WHERE key_id = :key
                      AND id IN (SELECT id FROM job WHERE provider = :provider AND promoted_at >= :since
                                 UNION
                                 SELECT id FROM job
                                 WHERE provider = :provider AND state IN ('SUBMITTING', 'RENDERING'))
                    GROUP BY guild_id, user_id
                    """);
            return query.bind("provider", account.provider())
                    .bind("key", JobRow.key(account))
                    .bind("since", since.toEpochMilli())
                    .map((row, _) -> new Turn.Taken(
                            JobRow.account(row), row.getInt("active"), Instant.ofEpochMilli(row.getLong("latest"))))
                    .list();
        });
    }

    @Override
    public int slotsHeld(ProviderAccount account) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM job
                        WHERE provider = :provider AND key_id = :key AND state IN ('SUBMITTING', 'RENDERING')
                        """)
                .bind("provider", account.provider())
                .bind("key", JobRow.key(account))
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public boolean promote(JobId id, int slots, Instant now) {
        String sql = """
                UPDATE job SET state = 'SUBMITTING', promoted_at = :now
                WHERE id = :id AND state = 'QUEUED'
                  AND (SELECT count(*) FROM job AS held
                       WHERE held.provider = job.provider AND held.key_id = job.key_id
                         AND held.state IN ('SUBMITTING', 'RENDERING')) < :slots
                """;
        return jdbi.inTransaction(handle -> {
            turns.take(handle, Turns.SONGS);
            return update(sql, id, Map.of("now", now.toEpochMilli(), "slots", slots)) == 1;
        });
    }

    @Override
    public void openSubmit(JobId id, Instant now) {
        move("""
                UPDATE job SET submit_open = 1, submitted_at = :now, first_submit_at = coalesce(first_submit_at, :now)
                WHERE id = :id AND state = 'SUBMITTING'
                """, id, Map.of("now", now.toEpochMilli()));
    }

    @Override
    public void loseSubmit(JobId id) {
        move("""
                UPDATE job SET submit_open = 0, lost_submits = lost_submits + 1
                WHERE id = :id AND state = 'SUBMITTING' AND submit_open = 1
                """, id, Map.of());
    }

    @Override
    public void rendering(JobId id, ProviderJobId providerJobId, Optional<Usd> cost) {
        move("""
                UPDATE job SET state = 'RENDERING', submit_open = 0, provider_job_id = :providerJobId,
                    cost_actual = nullif(:cost, -1)
                WHERE id = :id AND state = 'SUBMITTING'
                """, id, Map.of("providerJobId", providerJobId.value(), "cost", micros(cost)));
    }

    private static long micros(Optional<Usd> money) {
        return money.map(Usd::micros).orElse(-1L);
    }

    @Override
    public Optional<JobId> findRendering(String provider, ProviderJobId providerJobId) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("""
                    SELECT id FROM job
                    WHERE provider = :provider AND provider_job_id = :providerJobId AND state = 'RENDERING'
                    """);
            return query.bind("provider", provider)
                    .bind("providerJobId", providerJobId.value())
                    .map((row, _) -> new JobId(row.getString("id")))
                    .findFirst();
        });
    }

    @Override
    public void reassign(
            JobId id, SongRequest request, ProviderAccount account, Optional<Usd> estimate, Instant dueAt) {
        move(
                """
                UPDATE job SET state = 'QUEUED', submit_open = 0, tried = tried || provider || ' ',
                    provider = :provider, key_id = :key, model = :model, length_ms = :length, seed = nullif(:seed, -1),
                    cost_estimated = nullif(:estimate, -1), postponed = 0, lost_submits = 0, first_submit_at = NULL,
                    submitted_at = NULL, promoted_at = NULL, due_at = :dueAt
                WHERE id = :id AND state = 'SUBMITTING'
                """,
                id,
                Map.of(
                        "provider", request.model().provider(),
                        "key", JobRow.key(account),
                        "model", request.model().model(),
                        "length", request.length().toMillis(),
                        "seed", request.seed().orElse(-1),
                        "estimate", micros(estimate),
                        "dueAt", dueAt.toEpochMilli()));
    }

    @Override
    public void handOver(JobId id, ProviderAccount account) {
        move("""
                UPDATE job SET state = 'QUEUED', key_id = :key, promoted_at = NULL
                WHERE id = :id AND state = 'SUBMITTING' AND submit_open = 0
                """, id, Map.of("key", JobRow.key(account)));
    }

    @Override
    public void postpone(JobId id, Instant dueAt, Instant now) {
        move("""
                UPDATE job SET state = 'QUEUED', submit_open = 0, postponed = postponed + 1, due_at = :dueAt,
                    first_submit_at = coalesce(first_submit_at, :now)
                WHERE id = :id AND state = 'SUBMITTING'
                """, id, Map.of("dueAt", dueAt.toEpochMilli(), "now", now.toEpochMilli()));
    }

    @Override
    public void rendered(JobId id, TrackDetails details, Instant now) {
        move(
                """
                UPDATE job SET state = 'RENDERED', submit_open = 0, rendered_at = :now, title = nullif(:title, ''),
                    details = :details, search_text = nullif(:searchText, ''), cost_actual = coalesce(nullif(:cost, -1), cost_actual)
                WHERE id = :id AND state IN ('SUBMITTING', 'RENDERING')
                """,
                id,
                Map.of(
                        "now", now.toEpochMilli(),
                        "title", details.title().orElse(""),
                        "details", JsonColumn.write(details),
                        "searchText",
                                find(id).map(job -> SearchText.of(job, details.title()))
                                        .orElse(""),
                        "cost", micros(details.cost())));
    }

    @Override
    public void delivered(JobId id, PostedAt trackMessage, Instant now) {
        move(
                """
                UPDATE job SET state = 'DELIVERED', track_channel_id = :channel, track_message_id = :message,
                    ended_at = :now, told = 1
                WHERE id = :id AND state = 'RENDERED'
                """,
                id,
                Map.of(
                        "channel", trackMessage.channel().value(),
                        "message", trackMessage.message().value(),
                        "now", now.toEpochMilli()));
    }

    @Override
    public void answered(JobId id, PostedAt trackMessage, Instant keptUntil, Instant now) {
        move(
                """
                UPDATE job SET state = 'DELIVERED', track_channel_id = :channel, track_message_id = :message,
                    kept_until = :keptUntil, ended_at = :now, told = 1
                WHERE id = :id AND state = 'RENDERED'
                """,
                id,
                Map.of(
                        "channel", trackMessage.channel().value(),
                        "message", trackMessage.message().value(),
                        "keptUntil", keptUntil.toEpochMilli(),
                        "now", now.toEpochMilli()));
    }

    @Override
    public void kept(JobId id, Instant keptUntil, Instant now) {
        move("""
                UPDATE job SET state = 'DELIVERED', kept_until = :keptUntil, ended_at = :now
                WHERE id = :id AND state = 'RENDERED'
                """, id, Map.of("keptUntil", keptUntil.toEpochMilli(), "now", now.toEpochMilli()));
    }

    @Override
    public void failed(JobId id, Refusal refusal, Instant now) {
        move(
                """
                UPDATE job SET state = 'FAILED', submit_open = 0, refusal = :refusal,
                    suggestion = nullif(:suggestion, ''), suggested_plan = nullif(:plan, ''), ended_at = :now
                WHERE id = :id AND state IN ('SUBMITTING', 'RENDERING', 'RENDERED')
                """,
                id,
                Map.of(
                        "refusal",
                        refusal.reason().name(),
                        "suggestion",
                        refusal.suggestion().map(JdbiJobStore::prompt).orElse(""),
                        "plan",
                        refusal.suggestion().map(JdbiJobStore::plan).orElse(""),
                        "now",
                        now.toEpochMilli()));
    }

    private static String prompt(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.OtherPrompt other -> other.prompt();
            case Suggestion.OtherPlan _ -> "";
        };
    }

    private static String plan(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.OtherPrompt _ -> "";
            case Suggestion.OtherPlan other -> JsonColumn.write(other.plan());
        };
    }

    @Override
    public boolean cancel(JobId id, Instant now) {
        String sql = """
                UPDATE job SET state = 'CANCELLED', ended_at = :now, told = 1 WHERE id = :id AND state = 'QUEUED'
                """;
        return update(sql, id, Map.of("now", now.toEpochMilli())) == 1;
    }

    @Override
    public boolean stop(JobId id, Instant now) {
        String sql = """
                UPDATE job SET state = 'CANCELLED', ended_at = :now, told = 1 WHERE id = :id AND state = 'RENDERING'
                """;
        return update(sql, id, Map.of("now", now.toEpochMilli())) == 1;
    }

    @Override
    public void told(JobId id) {
        move("UPDATE job SET told = 1 WHERE id = :id AND state IN ('FAILED', 'DELIVERED')", id, Map.of());
    }

    @Override
    public void statusMessage(JobId id, MessageId message) {
        move("UPDATE job SET status_message_id = :message WHERE id = :id", id, Map.of("message", message.value()));
    }

    private void move(String sql, JobId id, Map<String, Object> values) {
        if (update(sql, id, values) != 1) {
            throw new IllegalStateException("song " + id + " is not where it can take this step: " + state(id));
        }
    }

    private @Nullable String state(JobId id) {
        return find(id).map(job -> job.state().name()).orElse(null);
    }

    private int update(String sql, JobId id, Map<String, Object> values) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(sql).bind("id", id.value()).bindMap(values).execute());
    }

    @Override
    public List<Duration> latestWaits(ModelId model, int count) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("""
                    SELECT rendered_at - submitted_at AS wait FROM job
                    WHERE provider = :provider AND model = :model AND rendered_at IS NOT NULL AND stems_of IS NULL
                    ORDER BY rendered_at DESC LIMIT :count
                    """);
            return query.bind("provider", model.provider())
                    .bind("model", model.model())
                    .bind("count", count)
                    .map((row, _) -> Duration.ofMillis(row.getLong("wait")))
                    .list();
        });
    }
}
