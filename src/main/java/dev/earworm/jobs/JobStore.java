package dev.earworm.jobs;

import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.SongRequest;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.quota.GuildId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every song, durably. A write returns once it is on disk, and moves a song only along an arrow of {@link JobState}:
 * asked for any other move it throws {@link IllegalStateException} and changes nothing.
 *
 * <p>Calls take part in a transaction that is open on this thread.
 */
public interface JobStore {
    /** Takes in a song that is {@link JobState#QUEUED}. */
    void add(Job job);

    Optional<Job> find(JobId id);

    /** The song that a provider is making under this name. */
    Optional<JobId> findRendering(String provider, ProviderJobId providerJobId);

    /** Songs that have not ended, or whose members have not been told; oldest first. */
    List<Job> unfinished();

    /** Songs that ended within this time before the latest end of all, the latest first. */
    List<Job> lastEnded(Duration within);

    /** A guild's songs that have not ended; oldest first. */
    List<Job> unfinished(GuildId guild);

    /** The order for these stems that has not ended. */
    Optional<Job> unfinished(Work.Stems stems);

    /** Accounts of guilds for which songs wait that may have a slot now. */
    List<ProviderAccount.Guilds> guildAccountsWaiting(Instant now);

    /** Songs that wait for a slot of this account and may have one now; in no particular order. */
    List<Turn.Waiting> waiting(ProviderAccount account, Instant now);

    /** Who holds slots of this account, and who had turns there since then. */
    List<Turn.Taken> turnsTaken(ProviderAccount account, Instant since);

    /** How many songs hold a slot of this account. */
    int slotsHeld(ProviderAccount account);

    /**
     * QUEUED → SUBMITTING, if the song still waits and fewer than so many songs hold a slot of its account.
     *
     * @return whether it was promoted
     */
    boolean promote(JobId id, int slots, Instant now);

    /** The intent, written before a submit is sent. */
    void openSubmit(JobId id, Instant now);

    /** The submit's outcome will never be known; counts it. */
    void loseSubmit(JobId id);

    /** SUBMITTING → RENDERING: the provider's name for the song is known. */
    void rendering(JobId id, ProviderJobId providerJobId, Optional<Usd> cost);

    /** SUBMITTING → QUEUED: the provider surely took nothing; to be tried again from then on. */
    void postpone(JobId id, Instant dueAt, Instant now);

    /**
     * SUBMITTING → QUEUED: another provider shall make it; the one it had counts as tried, and its attempts begin anew.
     *
     * @param request the same song, by a model of the other provider
     * @param account of the other provider
     */
    void reassign(JobId id, SongRequest request, ProviderAccount account, Optional<Usd> estimate, Instant dueAt);

    /** SUBMITTING → QUEUED: another account at the same provider shall make it; nothing is known to have been sent. */
    void handOver(JobId id, ProviderAccount account);

    /** SUBMITTING or RENDERING → RENDERED: the audio is on our disk. */
    void rendered(JobId id, TrackDetails details, Instant now);

    /** RENDERED → DELIVERED: it is where it can be fetched again. */
    void delivered(JobId id, PostedAt trackMessage, Instant now);

    /** RENDERED → DELIVERED: its member has it, from where it cannot be fetched again, so it is kept as well. */
    void answered(JobId id, PostedAt trackMessage, Instant keptUntil, Instant now);

    /** RENDERED → DELIVERED: nobody could be given it, so it is kept; its member is still to be told. */
    void kept(JobId id, Instant keptUntil, Instant now);

    /** SUBMITTING, RENDERING or RENDERED → FAILED. */
    void failed(JobId id, Refusal refusal, Instant now);

    /**
     * QUEUED → CANCELLED, if the song still waits.
     *
     * @return whether it was cancelled
     */
    boolean cancel(JobId id, Instant now);

    /**
     * RENDERING → CANCELLED, if the song is still being made.
     *
     * @return whether it was cancelled
     */
    boolean stop(JobId id, Instant now);

    /** The member knows the outcome; nothing more is to be said. */
    void told(JobId id);

    void statusMessage(JobId id, MessageId message);

    /** How long the latest songs of a model took from submit to audio; newest first. */
    List<Duration> latestWaits(ModelId model, int count);
}
