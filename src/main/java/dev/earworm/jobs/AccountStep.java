package dev.earworm.jobs;

import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.keys.Access;
import dev.earworm.keys.GuildProviders;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.MusicProvider;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the provider of the account that a song is made with. A key of a guild may have been replaced, taken away or made
 * unreadable since the song was accepted: what its provider may already have is finished with the key that it was sent
 * with, and what was never sent is not begun with a key that is no longer the guild's. No song of a guild's own account
 * is ever carried to the operator's.
 */
final class AccountStep {
    private static final Logger LOG = LoggerFactory.getLogger(AccountStep.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    /** Whoever forgot the master key at a start has an hour to start again with it. */
    private static final int LOOKS = 60;

    private final JobStore store;
    private final SongEnding ending;
    private final GuildProviders providers;
    private final Pause pause;

    AccountStep(JobStore store, SongEnding ending, GuildProviders providers, Pause pause) {
        this.store = store;
        this.ending = ending;
        this.providers = providers;
        this.pause = pause;
    }

    /** What is done with the provider. */
    interface Step {
        void with(MusicProvider provider) throws InterruptedException;
    }

    void take(Job job, Step step) throws InterruptedException {
        ProviderAccount now = providers.account(job.account().guild(), job.provider());
        if (!mayBeThere(job) && !job.providerAccount().isOperators() && !now.equals(job.providerAccount())) {
            moveOn(job, now);
            return;
        }
        switch (providers.access(job.providerAccount())) {
            case Access.Granted(MusicProvider provider) -> step.with(provider);
            case Access.Locked _ -> wait(job);
            case Access.Gone _ -> refuse(job);
        }
    }

    /** Its provider may be making it. */
    private static boolean mayBeThere(Job job) {
        return job.state() == JobState.RENDERING || job.attempts().open();
    }

    private void moveOn(Job job, ProviderAccount now) {
        switch (now) {
            case ProviderAccount.Guilds _ -> {
                LOG.info("song {} waits for {} with the new key of its guild", job.id(), job.provider());
                store.handOver(job.id(), now);
            }
            case ProviderAccount.Operators _ ->
                fail(job, Reason.OWN_KEY_REMOVED, "its guild's key for " + job.provider() + " was removed");
        }
    }

    private void wait(Job job) throws InterruptedException {
        if (mayBeThere(job)) {
            LOG.warn(
                    "song {} may be made at {}, and its guild's key cannot be read; start again with its master key",
                    job.id(),
                    job.provider());
            for (int look = 0; look < LOOKS; look++) {
                pause.pause(job.id(), LOOK_AGAIN);
            }
        }
        fail(job, Reason.OWN_KEY_LOCKED, "its guild's key for " + job.provider() + " cannot be read");
    }

    private void refuse(Job job) {
        switch (job.providerAccount()) {
            case ProviderAccount.Operators _ ->
                fail(job, Reason.UNAVAILABLE, job.provider() + " is no longer configured");
            case ProviderAccount.Guilds _ ->
                fail(job, Reason.OWN_KEY_REMOVED, "its guild's key for " + job.provider() + " is gone");
        }
    }

    private void fail(Job job, Reason reason, String detail) {
        ending.failed(job.id(), Refusal.because(reason), detail, ChargePolicy.of(job));
    }
}
