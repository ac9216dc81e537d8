package dev.earworm.discord.delivery;

import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.MessageId;
import dev.earworm.music.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.TimeUtil;

/** One song's status message: what it says, and whether that may have become wrong. One thread keeps it. */
final class StatusSign {
    private final Job ordered;
    private final MessageId message;
    private final Duration pause;
    private final EditThrottle throttle;
    private final Semaphore steps = new Semaphore(0);
    private Optional<Post> shown = Optional.empty();
    private Optional<Forecast> told = Optional.empty();
    private Instant looksAt = Instant.MIN;

    /** @param job as it stood when its sign was put up */
    StatusSign(Job job, MessageId message, Duration pause) {
        this.ordered = job;
        this.message = message;
        this.pause = pause;
        Instant createdAt = TimeUtil.getTimeCreated(message.value()).toInstant();
        this.throttle = new EditThrottle(createdAt, pause);
    }

    JobId song() {
        return ordered.id();
    }

    MessageId message() {
        return message;
    }

    EditThrottle throttle() {
        return throttle;
    }

    /** Whether it can be edited in its channel only, among all the others there. */
    boolean isWithoutToken(Instant now) {
        return ordered.destination().livingInteraction(now).isEmpty();
    }

    boolean sharesItsChannelWith(StatusSign other, Instant now) {
        return ordered.destination()
                        .channel()
                        .equals(other.ordered.destination().channel())
                && isWithoutToken(now)
                && other.isWithoutToken(now);
    }

    /** Its own song took a step. */
    void songMoved() {
        steps.release();
    }

    /** Waits for a step of its song, or until something else may have changed that is worth a look. */
    void awaitReason(InstantSource clock) throws InterruptedException {
        boolean hasStep = false;
        while (!hasStep && !isDue(clock.instant())) {
            hasStep = steps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean isDue(Instant now) {
        return throttle.isTooOld(now) || !now.isBefore(looksAt);
    }

    /** From here on, changes count anew: what is read afterwards is as new as they were. */
    void reads() {
        steps.drainPermits();
    }

    /** Nothing but a step of its song is worth another look. */
    void awaitsItsSong() {
        looksAt = Instant.MAX;
    }

    Forecast steadied(Forecast guess, Instant now) {
        return told.map(before -> SteadyForecast.of(before, guess, now)).orElse(guess);
    }

    /** Whether a process before this one has written it. */
    boolean isInherited() {
        return shown.isEmpty();
    }

    /** As it stood when its sign was put up. */
    Job ordered() {
        return ordered;
    }

    boolean says(Post post) {
        return shown.equals(Optional.of(post));
    }

    /** @param pace the least time until it is looked at again for anything but a step of its song */
    void nowSays(Post post, Forecast forecast, Duration pace, Instant now) {
        shown = Optional.of(post);
        told = Optional.of(forecast);
        looksAt = now.plus(pace);
    }
}
