package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earworm.music.JobId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    private final Alarms alarms = new Alarms();
    private final JobId song = JobId.next(NOON);

    @AfterEach
    void close() {
        alarms.close();
    }

    @Test
    void aPauseEndsByItself() throws InterruptedException {
        alarms.pause(song, Duration.ZERO);
        alarms.pause(song, Duration.ofSeconds(-1));
        alarms.pause(song, Duration.ofMillis(1));
    }

    @Test
    void newsOfASongEndsItsPauseAndNoOther() {
        CompletableFuture<String> its = paused(song);
        CompletableFuture<String> other = paused(JobId.next(NOON));

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            alarms.wake(song);
            return its.isDone();
        });
        assertThat(its).isCompletedWithValue("went on");
        assertThat(other).isNotDone();
    }

    @Test
    void newsBetweenTwoPausesOfASongEndTheNextOneAndNoMore() throws InterruptedException {
        alarms.wake(song);
        alarms.wake(song);

        alarms.pause(song, FOR_EVER);
        assertThat(paused(song)).isNotDone();
    }

    @Test
    void everyPauseEndsWhenTheProgramStops() {
        CompletableFuture<String> one = paused(song);
        CompletableFuture<String> other = paused(JobId.next(NOON));

        alarms.close();
        assertThat(one.join()).isEqualTo("stopped");
        assertThat(other.join()).isEqualTo("stopped");
    }

    @Test
    void nobodyPausesOnceTheProgramStops() {
        alarms.close();
        assertThatThrownBy(() -> alarms.pause(song, FOR_EVER)).isInstanceOf(InterruptedException.class);
    }

    private CompletableFuture<String> paused(JobId id) {
        CompletableFuture<String> end = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().unstarted(() -> {
            try {
                alarms.pause(id, FOR_EVER);
                end.complete("went on");
            } catch (InterruptedException e) {
                end.complete("stopped");
            }
        });
        thread.start();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> end.isDone() || thread.getState() == Thread.State.TIMED_WAITING);
        return end;
    }
}
