package dev.earworm.storage;

import dev.earworm.jobs.Attempts;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Costs;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Destination.InteractionToken;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Venue;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.Work;
import dev.earworm.keys.KeyId;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Reference;
import dev.earworm.music.SongRequest;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.music.Suggestion;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** A job as a row of its table. */
final class JobRow {
    private JobRow() {}

    static Job read(ResultSet row) throws SQLException {
        return new Job(
                new JobId(row.getString("id")),
                account(row),
                destination(row),
                request(row),
                work(row),
                providerAccount(row),
                Instant.ofEpochMilli(row.getLong("accepted_at")),
                JobState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                attempts(row),
                number(row, "submitted_at").map(Instant::ofEpochMilli),
                text(row, "provider_job_id").map(ProviderJobId::new),
                new Costs(money(row, "cost_estimated"), money(row, "cost_actual")),
                tried(row),
                details(row),
                number(row, "status_message_id").map(MessageId::new),
                trackMessage(row),
                number(row, "kept_until").map(Instant::ofEpochMilli),
                refusal(row),
                row.getBoolean("told"));
    }

    private static ProviderAccount providerAccount(ResultSet row) throws SQLException {
        String provider = row.getString("provider");
        String key = row.getString("key_id");
        return key.isEmpty()
                ? new ProviderAccount.Operators(provider)
                : new ProviderAccount.Guilds(provider, new GuildId(row.getLong("guild_id")), new KeyId(key));
    }

    /** No key is the operator's account. */
    static String key(ProviderAccount account) {
        return switch (account) {
            case ProviderAccount.Operators _ -> "";
            case ProviderAccount.Guilds guilds -> guilds.key().value();
        };
    }

    private static Attempts attempts(ResultSet row) throws SQLException {
        return new Attempts(
                row.getInt("postponed"),
                row.getInt("lost_submits"),
                row.getBoolean("submit_open"),
                number(row, "first_submit_at").map(Instant::ofEpochMilli));
    }

    private static Optional<Usd> money(ResultSet row, String column) throws SQLException {
        return number(row, column).map(Usd::new);
    }

    private static List<String> tried(ResultSet row) throws SQLException {
        return Arrays.stream(row.getString("tried").split(" "))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A song of an earlier version has only its title, and what its member calls it comes first. */
    private static TrackDetails details(ResultSet row) throws SQLException {
        Optional<String> title = text(row, "title");
        TrackDetails details = text(row, "details")
                .map(json -> JsonColumn.read(json, TrackDetails.class))
                .orElseGet(() -> TrackDetails.NONE.withTitle(title));
        Optional<String> given = text(row, "given_title");
        return given.isPresent() ? details.withTitle(given) : details;
    }

    /** An earlier version did not write the channel, which is known only where the song was public. */
    private static Optional<PostedAt> trackMessage(ResultSet row) throws SQLException {
        Optional<MessageId> message = number(row, "track_message_id").map(MessageId::new);
        Optional<ChannelId> channel = number(row, "track_channel_id").map(ChannelId::new);
        return channel.flatMap(in -> message.map(id -> new PostedAt(in, id)));
    }

    private static Optional<Refusal> refusal(ResultSet row) throws SQLException {
        Optional<Suggestion> plan = text(row, "suggested_plan")
                .map(json -> new Suggestion.OtherPlan(JsonColumn.read(json, CompositionPlan.class)));
        Optional<Suggestion> prompt = text(row, "suggestion").map(Suggestion.OtherPrompt::new);
        Optional<Suggestion> suggestion = plan.or(() -> prompt);
        return text(row, "refusal").map(reason -> new Refusal(Refusal.Reason.valueOf(reason), suggestion));
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(new GuildId(row.getLong("guild_id")), new UserId(row.getLong("user_id")));
    }

    private static Destination destination(ResultSet row) throws SQLException {
        Instant expires = Instant.ofEpochMilli(row.getLong("interaction_expires"));
        return new Destination(
                new ChannelId(row.getLong("channel_id")),
                Visibility.valueOf(row.getString("visibility")),
                text(row, "interaction_token").map(token -> new InteractionToken(token, expires)),
                row.getLong("upload_limit"),
                Locale.forLanguageTag(row.getString("language")),
                Venue.valueOf(row.getString("venue")));
    }

    private static SongRequest request(ResultSet row) throws SQLException {
        return new SongRequest(
                new ModelId(row.getString("provider"), row.getString("model")),
                row.getString("prompt"),
                Duration.ofMillis(row.getLong("length_ms")),
                row.getBoolean("instrumental"),
                text(row, "lyrics"),
                AudioFormat.valueOf(row.getString("format")),
                number(row, "seed").map(OptionalLong::of).orElse(OptionalLong.empty()),
                text(row, "reference").map(json -> JsonColumn.read(json, Reference.class)),
                text(row, "plan").map(json -> JsonColumn.read(json, CompositionPlan.class)));
    }

    private static Work work(ResultSet row) throws SQLException {
        Optional<JobId> of = text(row, "stems_of").map(JobId::new);
        return of.isPresent() ? new Work.Stems(of.get(), StemSet.valueOf(row.getString("stem_set"))) : new Work.Song();
    }

    private static Optional<Work.Stems> stems(Job job) {
        return switch (job.work()) {
            case Work.Song _ -> Optional.empty();
            case Work.Stems stems -> Optional.of(stems);
        };
    }

    static void insert(Handle handle, Job job) {
        SongRequest request = job.request();
        Destination destination = job.destination();
        Optional<Work.Stems> stems = stems(job);
        handle.createUpdate("""
                        INSERT INTO job (id, guild_id, user_id, channel_id, visibility, interaction_token,
                            interaction_expires, upload_limit, language, venue, provider, model, prompt, length_ms,
                            instrumental, lyrics, format, seed, reference, plan, stems_of, stem_set, key_id, cost_estimated,
                            accepted_at, state, due_at)
                        VALUES (:id, :guild, :user, :channel, :visibility, :token, :expires, :uploadLimit, :language, :venue,
                            :provider, :model, :prompt, :length, :instrumental, :lyrics, :format, :seed, :reference, :plan,
                            :stemsOf, :stemSet, :key, :estimate, :acceptedAt, :state, :dueAt)
                        """)
                .bind("id", job.id().value())
                .bind("guild", job.account().guild().value())
                .bind("user", job.account().user().value())
                .bind("channel", destination.channel().value())
                .bind("visibility", destination.visibility().name())
                .bind(
                        "token",
                        destination.interaction().map(InteractionToken::value).orElse(null))
                .bind(
                        "expires",
                        destination
                                .interaction()
                                .map(token -> token.expiresAt().toEpochMilli())
                                .orElse(null))
                .bind("uploadLimit", destination.uploadLimit())
                .bind("language", destination.language().toLanguageTag())
                .bind("venue", destination.venue().name())
                .bind("provider", request.model().provider())
                .bind("model", request.model().model())
                .bind("prompt", request.prompt())
                .bind("length", request.length().toMillis())
                .bind("instrumental", request.instrumental() ? 1 : 0)
                .bind("lyrics", request.lyrics().orElse(null))
                .bind("format", request.format().name())
                .bind("seed", request.seed().isPresent() ? request.seed().getAsLong() : null)
                .bind("reference", request.reference().map(JsonColumn::write).orElse(null))
                .bind("plan", request.plan().map(JsonColumn::write).orElse(null))
                .bind("stemsOf", stems.map(work -> work.of().value()).orElse(null))
                .bind("stemSet", stems.map(work -> work.set().name()).orElse(null))
                .bind("key", key(job.providerAccount()))
                .bind("estimate", job.costs().estimated().map(Usd::micros).orElse(null))
                .bind("acceptedAt", job.acceptedAt().toEpochMilli())
                .bind("state", job.state().name())
                .bind("dueAt", job.dueAt().toEpochMilli())
                .execute();
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
