package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earworm.jobs.TrackPreparer.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitedPreparerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Job JOB = JobFixtures.queued(JobFixtures.ALICE, JobFixtures.NOON);

    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore go = new Semaphore(0);

    private Outcome untilLetGo(Job job, Path raw, long limit) throws InterruptedException {
        begun.incrementAndGet();
        go.acquire();
        return new Outcome.NotAudio("prepared");
    }

    @Test
    void songsThatFinishTogetherArePreparedAFewAtOnce() throws InterruptedException {
        TrackPreparer preparer = new LimitedPreparer(this::untilLetGo, 2);
        List<Thread> songs = IntStream.range(0, 5)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> prepare(preparer)))
                .toList();

        await().atMost(SOON).until(() -> songs.stream().allMatch(song -> song.getState() == Thread.State.WAITING));
        assertThat(begun).hasValue(2);

        go.release(5);
        for (Thread song : songs) {
            song.join();
        }
        assertThat(begun).hasValue(5);
    }

    @Test
    void oneThatFailsLeavesItsPlaceToTheNext() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        TrackPreparer preparer = new LimitedPreparer(
                (_, _, _) -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new UncheckedIOException(new IOException("the disk is full"));
                    }
                    return new Outcome.NotAudio("prepared");
                },
                1);

        assertThatThrownBy(() -> preparer.prepare(JOB, Path.of("raw"), 1)).isInstanceOf(UncheckedIOException.class);
        assertThat(preparer.prepare(JOB, Path.of("raw"), 1)).isEqualTo(new Outcome.NotAudio("prepared"));
    }

    private static void prepare(TrackPreparer preparer) {
        try {
            preparer.prepare(JOB, Path.of("raw"), 1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
