package dev.earworm.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.earworm.jobs.Acceptance;
import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.JobState;
import dev.earworm.music.Providers;
import dev.earworm.quota.QuotaStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The order in which news of a song come is that of the threads that bring them. */
class SongMetricsTest {
    private static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SongMetrics metrics =
            new SongMetrics(registry, new StageTimers(registry), mock(Providers.class), () -> BEGUN);

    @Test
    void aSongThatTakesItsTurnBeforeItsMemberIsAnsweredIsTimedAndCountedOnce() {
        Job song = JobFixtures.queued(JobFixtures.account(1, 2), BEGUN.plusSeconds(1));

        metrics.changed(in(song, JobState.SUBMITTING));
        metrics.changed(in(song, JobState.RENDERED));
        metrics.changed(in(song, JobState.DELIVERED));
        metrics.answered(new Acceptance.Accepted(song, new Forecast.Certain(), mock(QuotaStatus.class)));
        metrics.changed(in(song, JobState.DELIVERED));

        assertThat(timed("queued")).isEqualTo(1);
        assertThat(timed("rendering")).isEqualTo(1);
        assertThat(registry.get("earworm.songs.accepted").counter().count()).isEqualTo(1);
        assertThat(registry.get("earworm.songs.delivered").counter().count()).isEqualTo(1);
    }

    @Test
    void aSongOfAnEarlierStartCountsForTheStepsThatAreSeen() {
        Job song = JobFixtures.queued(JobFixtures.account(1, 2), BEGUN.minusSeconds(60));

        metrics.changed(in(song, JobState.RENDERING));
        metrics.changed(in(song, JobState.RENDERED));

        assertThat(registry.find("earworm.song.stage").tag("stage", "queued").timer())
                .isNull();
        assertThat(timed("rendering")).isEqualTo(1);
    }

    private long timed(String stage) {
        return registry.get("earworm.song.stage").tag("stage", stage).timer().count();
    }

    private static Job in(Job song, JobState state) {
        return new Job(
                song.id(),
                song.account(),
                song.destination(),
                song.request(),
                song.work(),
                song.providerAccount(),
                song.acceptedAt(),
                state,
                song.dueAt(),
                song.attempts(),
                song.submittedAt(),
                song.providerJobId(),
                song.costs(),
                song.tried(),
                song.details(),
                song.statusMessage(),
                song.trackMessage(),
                song.keptUntil(),
                song.refusal(),
                song.told());
    }
}
