package dev.earworm.jobs;

import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Composition;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Providers;
import dev.earworm.music.Rendering;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.Charge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a song that a provider is making, and fetches the audio. Questions write nothing, so a restart asks anew. */
final class AwaitStep {
    private static final Logger LOG = LoggerFactory.getLogger(AwaitStep.class);

    /** Between two questions to a provider that says by itself when a song is done. */
    private static final Duration SELDOM = Duration.ofSeconds(10);

    private final JobStore store;
    private final SongEnding ending;
    private final Purse purse;
    private final SongFiles files;
    private final Providers providers;
    private final ProviderSlots slots;
    private final Announcements announcements;
    private final LearnedWaits waits;
    private final SongProgress progress;
    private final Pause pause;
    private final InstantSource clock;

    AwaitStep(
            JobStore store,
            SongEnding ending,
            Purse purse,
            SongFiles files,
            Providers providers,
            ProviderSlots slots,
            Announcements announcements,
            LearnedWaits waits,
            SongProgress progress,
            Pause pause,
            InstantSource clock) {
        this.store = store;
        this.ending = ending;
        this.purse = purse;
        this.files = files;
        this.providers = providers;
        this.slots = slots;
        this.announcements = announcements;
        this.waits = waits;
        this.progress = progress;
        this.pause = pause;
        this.clock = clock;
    }

    void take(Job job, AsynchronousProvider provider) throws InterruptedException {
        Instant since = job.submittedAt().orElse(job.acceptedAt());
        Instant begun = clock.instant();
        Duration typical =
                providers.model(job.request().model()).map(waits::typical).orElse(Duration.ZERO);
        Duration wait = untilNextPoll(since, typical, provider);
        Duration atLeast = provider.minimumPollInterval();
        int troubles = 0;
        boolean isTooLong = false;
        while (!isTooLong) {
            pause(job, wait, atLeast);
            if (isCalledBack(job)) {
                return;
            }
            switch (ask(job, provider)) {
                case Answer.Over _ -> {
                    announcements.awaited(job.id(), provider);
                    return;
                }
                case Answer.NotYet notYet -> {
                    troubles = 0;
                    atLeast = longer(notYet.atLeast(), provider.minimumPollInterval());
                    wait = longer(atLeast, untilNextPoll(since, typical, provider));
                    isTooLong = AwaitPolicy.isTooLong(waited(since), typical);
                }
                case Answer.Trouble trouble -> {
                    LOG.info("song {}: {} cannot be asked now: {}", job.id(), provider.name(), trouble.detail());
                    atLeast = longer(trouble.atLeast(), provider.minimumPollInterval());
                    wait = longer(atLeast, RetryPolicy.backOff(troubles++));
                    // After a long stop the song may well be there: not being able to ask says nothing about it.
                    isTooLong = AwaitPolicy.isTooLong(waited(begun), typical);
                }
            }
        }
        ending.failed(
                job.id(), Refusal.because(Refusal.Reason.TOO_SLOW), "gave up after " + waited(since), Charge.POSSIBLE);
    }

    /** By its member, while the pause lasted. */
    private boolean isCalledBack(Job job) {
        return store.find(job.id()).map(Job::state).filter(JobState::isEnded).isPresent();
    }

    private Duration untilNextPoll(Instant since, Duration typical, AsynchronousProvider provider) {
        Duration minimum = announcements.areExpectedOf(provider)
                ? longer(SELDOM, provider.minimumPollInterval())
                : provider.minimumPollInterval();
        return AwaitPolicy.untilNextPoll(waited(since), typical, minimum);
    }

    /** News end the wait, but not the one that the provider asks for; nor does a clock that was set back make it longer. */
    private void pause(Job job, Duration wait, Duration atLeast) throws InterruptedException {
        Instant begun = clock.instant();
        pause.pause(job.id(), wait);
        Duration left = atLeast.minus(sinceThen(begun));
        while (left.isPositive() && left.compareTo(atLeast) <= 0) {
            pause.pause(job.id(), left);
            left = atLeast.minus(sinceThen(begun));
        }
    }

    /** What one question came to. */
    private sealed interface Answer {
        /** Rendered or failed, and written. */
        record Over() implements Answer {}

        record NotYet(Duration atLeast) implements Answer {}

        /** The question failed, not the song. */
        record Trouble(String detail, Duration atLeast) implements Answer {}
    }

    private Answer ask(Job job, AsynchronousProvider provider) throws InterruptedException {
        return switch (provider.poll(job.providerJobId().orElseThrow())) {
            case Rendering.Running running -> {
                running.percent().ifPresent(percent -> progress.heard(job.id(), percent));
                yield new Answer.NotYet(running.askAgainAfter().orElse(Duration.ZERO));
            }
            case Rendering.Ready ready -> fetch(job, provider, ready);
            case Rendering.Failed failed -> settle(job, failed.failure());
        };
    }

    private Answer fetch(Job job, AsynchronousProvider provider, Rendering.Ready ready) throws InterruptedException {
        return switch (provider.download(ready, files.raw(job.id()))) {
            case Composition.Composed composed -> {
                if (!isCalledBack(job)) {
                    ResultWriting.untilWritten(pause, job.id(), () -> files.keepRaw(job.id()));
                    rendered(job.id(), composed.details());
                }
                yield new Answer.Over();
            }
            case Composition.NotComposed not -> settle(job, not.failure());
        };
    }

    private void rendered(JobId id, TrackDetails details) {
        purse.charged(id, details.cost(), () -> store.rendered(id, details, clock.instant()));
    }

    private Answer settle(Job job, ProviderFailure failure) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while awaiting song " + job.id());
        }
        slots.learn(job.providerAccount(), failure);
        return switch (failure) {
            case ProviderFailure.Unavailable unavailable -> new Answer.Trouble(unavailable.detail(), Duration.ZERO);
            case ProviderFailure.OutcomeUnknown unknown -> new Answer.Trouble(unknown.detail(), Duration.ZERO);
            case ProviderFailure.RateLimited limited ->
                new Answer.Trouble(limited.detail(), limited.retryAfter().orElse(Duration.ZERO));
            // The song was paid for and is being made: a key that is being replaced must not lose it.
            case ProviderFailure.Unauthorised refused -> new Answer.Trouble(refused.detail(), Duration.ofMinutes(1));
            case ProviderFailure.OutOfCredit empty -> new Answer.Trouble(empty.detail(), Duration.ofMinutes(1));
            case ProviderFailure.BadRequest _, ProviderFailure.ContentRefused _, ProviderFailure.Internal _ ->
                end(job, failure);
        };
    }

    /** A vendor that was told to stop says that the song failed. */
    private Answer end(Job job, ProviderFailure failure) {
        if (ending.isBeingStopped(job.id())) {
            return new Answer.NotYet(Duration.ZERO);
        }
        if (!isCalledBack(job)) {
            ending.failed(job.id(), Refusal.of(failure, job.providerAccount()), failure.detail(), Charge.POSSIBLE);
        }
        return new Answer.Over();
    }

    private Duration waited(Instant since) {
        return longer(Duration.ZERO, sinceThen(since));
    }

    /** Negative once the clock was set back. */
    private Duration sinceThen(Instant then) {
        return Duration.between(then, clock.instant());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
