package dev.earworm.discord.delivery;

import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.MessageId;
import dev.earworm.music.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.TimeUtil;

/** One song's status message: what it says, and whether that may have become wrong. One thread keeps it. */
final class StatusSign {
    private static final Duration LEAST_LOOK = Duration.ofSeconds(15);

    private final JobId song;
    private final String provider;
    private final MessageId message;
    private final EditThrottle throttle;
    private final Semaphore changes = new Semaphore(0);
    private Optional<Post> shown = Optional.empty();
    private Optional<Forecast> told = Optional.empty();

    StatusSign(Job job, MessageId message, Duration pause) {
        this.song = job.id();
        this.provider = job.provider();
        this.message = message;
        Instant createdAt = TimeUtil.getTimeCreated(message.value()).toInstant();
        this.throttle = new EditThrottle(createdAt, pause);
    }

    JobId song() {
        return song;
    }

    String provider() {
        return provider;
    }

    MessageId message() {
        return message;
    }

    EditThrottle throttle() {
        return throttle;
    }

    /** What it says may be wrong. */
    void mayHaveChanged() {
        changes.release();
    }

    /** Waits for a change, or until the time that was told is over. */
    void awaitChange(Instant now) throws InterruptedException {
        Duration look = told.map(forecast -> Duration.between(now, forecast.readyAt()))
                .filter(wait -> wait.compareTo(LEAST_LOOK) > 0)
                .orElse(LEAST_LOOK);
        boolean _ = changes.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From here on, changes count anew: what is read afterwards is as new as they were. */
    void reads() {
        changes.drainPermits();
    }

    Forecast steadied(Forecast guess, Instant now) {
        return told.map(before -> SteadyForecast.of(before, guess, now)).orElse(guess);
    }

    boolean says(Post post) {
        return shown.equals(Optional.of(post));
    }

    void nowSays(Post post, Forecast forecast) {
        shown = Optional.of(post);
        told = Optional.of(forecast);
    }
}
