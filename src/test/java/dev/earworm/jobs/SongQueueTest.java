package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.ELSEWHERE;
import static dev.earworm.jobs.JobFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.JobId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongQueueTest {
    @TempDir
    private Path folder;

    private SongWorkshop workshop;

    @BeforeEach
    void open() {
        workshop = new SongWorkshop(folder);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void aMemberSeesTheirPlaceInTheFairOrder() {
        JobId first = accepted(order(ALICE));
        JobId second = accepted(order(ALICE));
        JobId elsewhere = accepted(order(ELSEWHERE));

        assertThat(forecast(first).position()).isEqualTo(1);
        assertThat(forecast(elsewhere).position()).isEqualTo(2);
        assertThat(forecast(second).position()).isEqualTo(3);
    }

    @Test
    void aGuildSeesItsSongsOldestFirstWithTheirPlaces() {
        JobId making = accepted(order(ALICE));
        workshop.promote(making);
        accepted(order(ELSEWHERE));
        JobId waiting = accepted(order(BOB));

        assertThat(workshop.queue.ofGuild(ALICE.guild()))
                .extracting(song -> song.job().id())
                .containsExactly(making, waiting);
        assertThat(workshop.queue.ofGuild(ALICE.guild()))
                .extracting(song -> song.forecast().position())
                .containsExactly(0, 2);
    }

    @Test
    void aPostponedSongComesAfterThoseThatMayHaveTheirTurnNow() {
        JobId postponed = accepted(order(ALICE));
        workshop.promote(postponed);
        workshop.store.postpone(postponed, workshop.clock.instant().plusSeconds(10), workshop.clock.instant());
        accepted(order(BOB));

        assertThat(forecast(postponed).position()).isEqualTo(2);
    }

    @Test
    void aPostponedSongIsNotPromisedEarlierThanItsNextTurn() {
        JobId id = accepted(order(ALICE));
        workshop.promote(id);
        workshop.store.postpone(id, workshop.clock.instant().plus(Duration.ofHours(1)), workshop.clock.instant());

        assertThat(forecast(id).readyAt())
                .isEqualTo(workshop.clock.instant().plus(Duration.ofHours(1)).plus(ScriptedProvider.TYPICAL));
    }

    private JobId accepted(SongOrder order) {
        JobId id = workshop.accepted(order);
        workshop.clock.advance(Duration.ofMillis(1));
        return id;
    }

    private Forecast forecast(JobId id) {
        return workshop.queue.forecast(workshop.job(id));
    }
}
