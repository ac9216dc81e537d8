package dev.earworm.jobs;

import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.SongRequest;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.quota.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One accepted order, mostly for a song, as it stands in the database. A snapshot: changes go through {@link JobStore}.
 *
 * @param request of the song; of stems, that of the song that they are of
 * @param providerAccount whose account makes and pays for it
 * @param dueAt not promoted earlier
 * @param tried providers that were asked before and could not; their names
 * @param details what the provider told, once the song is rendered; the title is the one that its member gave it since
 * @param statusMessage where the member sees how it goes
 * @param trackMessage where the finished song was posted, as far as that is known
 * @param keptUntil as long as that its file is kept here, because no message has it that could be fetched again
 * @param told the member knows the outcome
 */
public record Job(
        JobId id,
        Account account,
        Destination destination,
        SongRequest request,
        Work work,
        ProviderAccount providerAccount,
        Instant acceptedAt,
        JobState state,
        Instant dueAt,
        Attempts attempts,
        Optional<Instant> submittedAt,
        Optional<ProviderJobId> providerJobId,
        Costs costs,
        List<String> tried,
        TrackDetails details,
        Optional<MessageId> statusMessage,
        Optional<PostedAt> trackMessage,
        Optional<Instant> keptUntil,
        Optional<Refusal> refusal,
        boolean told) {
    public Job {
        tried = List.copyOf(tried);
    }

    /** A song that has just been accepted, and that the operator's account makes. */
    public static Job queued(JobId id, SongOrder order, Optional<Usd> estimate, Instant now) {
        return queued(
                id, order, new ProviderAccount.Operators(order.request().model().provider()), estimate, now);
    }

    /** A song that has just been accepted. */
    public static Job queued(
            JobId id, SongOrder order, ProviderAccount providerAccount, Optional<Usd> estimate, Instant now) {
        return new Job(
                id,
                order.account(),
                order.destination(),
                order.request(),
                order.work(),
                providerAccount,
                now,
                JobState.QUEUED,
                now,
                Attempts.NONE,
                Optional.empty(),
                Optional.empty(),
                Costs.estimated(estimate),
                List.of(),
                TrackDetails.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The same song on its way somewhere else. */
    public Job going(Destination other) {
        return new Job(
                id,
                account,
                other,
                request,
                work,
                providerAccount,
                acceptedAt,
                state,
                dueAt,
                attempts,
                submittedAt,
                providerJobId,
                costs,
                tried,
                details,
                statusMessage,
                trackMessage,
                keptUntil,
                refusal,
                told);
    }

    public String provider() {
        return request.model().provider();
    }
}
