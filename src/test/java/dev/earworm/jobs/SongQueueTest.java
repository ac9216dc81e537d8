package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.ELSEWHERE;
import static dev.earworm.jobs.JobFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.JobId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.TrackDetails;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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

        assertThat(position(first)).isEqualTo(1);
        assertThat(position(elsewhere)).isEqualTo(2);
        assertThat(position(second)).isEqualTo(3);
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
                .extracting(QueuedSong::forecast)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Forecast.Making.class),
                        second -> assertThat(second)
                                .isInstanceOfSatisfying(
                                        Forecast.InLine.class,
                                        line -> assertThat(line.position()).isEqualTo(2)));
    }

    @Test
    void aPostponedSongComesAfterThoseThatMayHaveTheirTurnNow() {
        JobId postponed = accepted(order(ALICE));
        workshop.promote(postponed);
        workshop.store.postpone(postponed, workshop.clock.instant().plusSeconds(10), workshop.clock.instant());
        accepted(order(BOB));

        assertThat(position(postponed)).isEqualTo(2);
    }

    @Test
    void aPostponedSongIsNotPromisedEarlierThanItsNextTurn() {
        JobId id = accepted(order(ALICE));
        workshop.promote(id);
        workshop.store.postpone(id, workshop.clock.instant().plus(Duration.ofHours(1)), workshop.clock.instant());

        assertThat(forecast(id))
                .isEqualTo(new Forecast.InLine(
                        1, workshop.clock.instant().plus(Duration.ofHours(1)).plus(ScriptedProvider.TYPICAL)));
    }

    @Test
    void aSongIsAsFarAsSuchSongsAreAfterItsTimeUntilTheVendorSaysMore() {
        JobId id = handedIn();
        assertThat(percent(id)).isZero();

        workshop.clock.advance(Duration.ofSeconds(30));
        assertThat(percent(id)).isEqualTo(50);

        workshop.progress.heard(id, 80);
        assertThat(percent(id)).isEqualTo(80);
    }

    @Test
    void aSongNeverGoesBackWhoeverSaysSo() {
        JobId id = handedIn();
        workshop.clock.advance(Duration.ofSeconds(30));
        assertThat(percent(id)).isEqualTo(50);

        workshop.progress.heard(id, 10);
        assertThat(percent(id)).isEqualTo(50);
        workshop.progress.heard(id, 60);
        assertThat(percent(id)).isEqualTo(60);
        workshop.progress.heard(id, 40);
        assertThat(percent(id)).isEqualTo(60);

        workshop.clock.advance(Duration.ofHours(1));
        assertThat(forecast(id))
                .isInstanceOfSatisfying(
                        Forecast.Late.class, late -> assertThat(late.percent()).hasValue(60));
        workshop.progress.heard(id, 70);
        forecast(id);
        workshop.progress.heard(id, 65);
        assertThat(forecast(id))
                .isInstanceOfSatisfying(
                        Forecast.Late.class, late -> assertThat(late.percent()).hasValue(70));
    }

    @Test
    void aSongThatHasToWaitOnceMoreBeginsAnew() {
        JobId id = accepted(order(ALICE));
        workshop.promote(id);
        workshop.store.openSubmit(id, workshop.clock.instant());
        workshop.clock.advance(Duration.ofSeconds(50));
        assertThat(percent(id)).isEqualTo(83);

        workshop.store.postpone(id, workshop.clock.instant(), workshop.clock.instant());
        assertThat(position(id)).isEqualTo(1);
        workshop.promote(id);

        assertThat(percent(id)).as("not handed in again yet").isZero();
    }

    @Test
    void aSongThatIsHereLeavesNothingToGuess() {
        JobId id = handedIn();
        workshop.store.rendered(id, TrackDetails.NONE, workshop.clock.instant());

        assertThat(forecast(id)).isEqualTo(new Forecast.Certain());
    }

    private JobId handedIn() {
        JobId id = accepted(order(ALICE));
        workshop.promote(id);
        workshop.store.openSubmit(id, workshop.clock.instant());
        workshop.store.rendering(id, new ProviderJobId("at-vendor"), Optional.empty());
        return id;
    }

    private int percent(JobId id) {
        return ((Forecast.Making) forecast(id)).percent();
    }

    private int position(JobId id) {
        return ((Forecast.InLine) forecast(id)).position();
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
