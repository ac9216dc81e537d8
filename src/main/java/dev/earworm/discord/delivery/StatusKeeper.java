package dev.earworm.discord.delivery;

import dev.earworm.discord.words.Language;
import dev.earworm.discord.words.QuotaSentences;
import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.SongQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one status message true at a time, on the calling thread: reads the song as it stands, and edits where needed. */
final class StatusKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(StatusKeeper.class);

    private final JobStore songs;
    private final SongQueue queue;
    private final Quotas quotas;
    private final StatusPosts posts;
    private final StatusEditor editor;
    private final StatusReader reader;
    private final InstantSource clock;

    StatusKeeper(
            JobStore songs,
            SongQueue queue,
            Quotas quotas,
            StatusPosts posts,
            StatusEditor editor,
            StatusReader reader,
            InstantSource clock) {
        this.songs = songs;
        this.queue = queue;
        this.quotas = quotas;
        this.posts = posts;
        this.editor = editor;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Returns when the message shows how the song ended, cannot be edited even after that, or is too old to be.
     *
     * @param pace of edits that no step of the song is the reason of
     */
    void keep(StatusSign sign, Supplier<Duration> pace) throws InterruptedException {
        if (sign.isInherited()) {
            recall(sign);
        }
        while (!sign.throttle().isTooOld(clock.instant())) {
            sign.awaitReason(clock);
            Thread.sleep(sign.throttle().untilNextEdit(clock.instant()));
            if (isDoneAfterLooking(sign, pace)) {
                return;
            }
        }
        leave(sign);
    }

    /** Members have seen the bar where it was: it goes on from there. */
    private void recall(StatusSign sign) {
        Job job = sign.ordered();
        switch (job.state()) {
            case SUBMITTING, RENDERING -> queue.wasTold(job.id(), reader.percent(job, sign.message()));
            case QUEUED, RENDERED, DELIVERED, FAILED, CANCELLED -> {}
        }
    }

    private boolean isDoneAfterLooking(StatusSign sign, Supplier<Duration> pace) {
        sign.reads();
        try {
            Optional<Job> job = songs.find(sign.song());
            return job.isEmpty() || isDoneAfterShowing(sign, job.get(), pace);
        } catch (RuntimeException e) {
            LOG.warn("the status of song {} could not be shown; trying again", sign.song(), e);
            triesAgain(sign);
            return false;
        }
    }

    private boolean isDoneAfterShowing(StatusSign sign, Job job, Supplier<Duration> pace) {
        Forecast forecast = sign.steadied(queue.glance(job), clock.instant());
        Post post = spoken(job, () -> posts.of(job, forecast, QuotaSentences.left(quotas.of(job.account()))));
        if (!sign.says(post)) {
            Sent sent = editor.edit(job, sign.message(), post);
            if (!(sent instanceof Sent.Done)) {
                return isDoneAfter(sign, job, sent);
            }
            sign.throttle().edited(clock.instant());
        }
        sign.nowSays(post, forecast, pace.get(), clock.instant());
        return job.state().isEnded();
    }

    private boolean isDoneAfter(StatusSign sign, Job job, Sent failure) {
        return switch (failure) {
            case Sent.Later _ -> {
                triesAgain(sign);
                yield false;
            }
            case Sent.Done _, Sent.Closed _, Sent.TooLarge _ -> {
                LOG.debug("the status of song {} cannot be edited: {}", sign.song(), failure);
                // An archived thread, say, takes no edit until the song's own message has woken it.
                sign.throttle().edited(clock.instant());
                sign.awaitsItsSong();
                yield job.told();
            }
        };
    }

    private void triesAgain(StatusSign sign) {
        sign.throttle().edited(clock.instant());
        sign.songMoved();
    }

    /** A bar that stands still for ever would be a lie. */
    private void leave(StatusSign sign) {
        Optional<Job> job = songs.find(sign.song()).filter(song -> !song.state().isEnded());
        if (job.isPresent() && !sign.throttle().isOver(clock.instant())) {
            Post post = spoken(job.get(), () -> posts.unattended(job.get()));
            Sent sent = editor.edit(job.get(), sign.message(), post);
            LOG.debug("the status of song {} is too old to be kept: {}", sign.song(), sent);
        }
    }

    private static Post spoken(Job job, Supplier<Post> post) {
        return Language.of(job.destination().language()).render(post);
    }
}
