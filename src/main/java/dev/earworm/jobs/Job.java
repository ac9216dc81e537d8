package dev.earworm.jobs;

import dev.earworm.music.JobId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.Account;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted song as it stands in the database. A snapshot: changes go through {@link JobStore}.
 *
 * @param dueAt not promoted earlier
 * @param title the provider's, once the song is rendered
 * @param statusMessage where the member sees how it goes
 * @param trackMessage where the finished song was posted
 * @param told the member knows the outcome
 */
public record Job(
        JobId id,
        Account account,
        Destination destination,
        SongRequest request,
        Instant acceptedAt,
        JobState state,
        Instant dueAt,
        Attempts attempts,
        Optional<Instant> submittedAt,
        Optional<ProviderJobId> providerJobId,
        Optional<String> title,
        Optional<MessageId> statusMessage,
        Optional<MessageId> trackMessage,
        Optional<Refusal> refusal,
        boolean told) {

    /** A song that has just been accepted. */
    public static Job queued(JobId id, SongOrder order, Instant now) {
        return new Job(
                id,
                order.account(),
                order.destination(),
                order.request(),
                now,
                JobState.QUEUED,
                now,
                Attempts.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public String provider() {
        return request.model().provider();
    }
}
