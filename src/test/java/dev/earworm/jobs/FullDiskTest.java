package dev.earworm.jobs;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.Composition;
import dev.earworm.music.JobId;
import dev.earworm.quota.QuotaUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A disk without room: no new songs, and none of the others is lost, made twice or posted twice. */
class FullDiskTest {
    private static final int LONGER_THAN_HALF_AN_HOUR = 60;

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

    static Stream<RuntimeException> fullDisks() {
        return Stream.of(
                new UncheckedIOException(new IOException("/data/songs/1/raw: No space left on device")),
                new UncheckedIOException(new IOException("There is not enough space on the disk")),
                new IllegalArgumentException(new IOException("ffmpeg ended with 228: No space left on device")),
                new UnableToExecuteStatementException(
                        new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL), null),
                new UnableToExecuteStatementException(new SQLException("could not extend file", "53100"), null));
    }

    @ParameterizedTest
    @MethodSource("fullDisks")
    void aFullDiskIsKnownByItsWordsAndCodes(RuntimeException trouble) {
        assertThat(FullDisk.isBehind(trouble)).isTrue();
    }

    @Test
    void otherTroubleIsNone() {
        assertThat(FullDisk.isBehind(new UncheckedIOException(new IOException("Broken pipe"))))
                .isFalse();
        assertThat(FullDisk.isBehind(new IllegalStateException(new SQLException("locked", "", 5))))
                .isFalse();
        assertThat(FullDisk.isBehind(new IllegalStateException("No space left on device")))
                .isFalse();
    }

    @Test
    void withoutRoomNoSongIsAcceptedAndNothingIsCounted() {
        workshop.room = () -> false;

        assertThat(workshop.songs.accept(JobFixtures.order(JobFixtures.ALICE))).isEqualTo(new Acceptance.NoRoom());
        assertThat(workshop.store.unfinished()).isEmpty();
        assertThat(workshop.usage()).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void aWishThatWasAcceptedBeforeIsStillKnown() {
        JobId id = workshop.accepted();
        workshop.room = () -> false;

        assertThat(workshop.songs.accept(id, JobFixtures.order(JobFixtures.ALICE)))
                .isInstanceOf(Acceptance.AlreadyAccepted.class);
    }

    @Test
    void aSongAboutToBeBoughtWaitsForRoom() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        workshop.room = () -> looks.incrementAndGet() > 4;
        JobId id = promotedBefore();

        workshop.songJob().run(id);

        assertThat(workshop.pauses.subList(0, 3)).containsOnly(Duration.ofSeconds(10));
        assertThat(workshop.vendor.submits()).isEqualTo(1);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    private JobId promotedBefore() {
        Room room = workshop.room;
        workshop.room = Room.ENDLESS;
        JobId id = workshop.promoted();
        workshop.room = room;
        return id;
    }

    @Test
    void aSongThatIsBeingMadeGoesOnWithoutRoom() throws Exception {
        JobId id = workshop.promoted();
        AtomicInteger looks = new AtomicInteger();
        // There is room when it is handed in, and none from then on.
        workshop.room = () -> looks.incrementAndGet() == 1;

        workshop.songJob().run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openSubmit", "rendering", "rendered", "delivered"})
    void whatCannotBeWrittenForHoursIsNeitherLostNorDoneTwice(String write) throws Exception {
        workshop.trouble = new UnableToExecuteStatementException(
                new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL), null);
        JobId id = workshop.promoted();
        workshop.diskIsFullFor(write, LONGER_THAN_HALF_AN_HOUR);

        workshop.songJob().run(id);

        assertThat(workshop.vendor.submits()).isEqualTo(1);
        assertThat(workshop.postBox.tracks).hasSize(1);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.usage()).isEqualTo(used(1, 30, 0));
    }

    @Test
    void aFileThatDoesNotFitIsFetchedAgainOnceItDoes() throws Exception {
        JobId id = workshop.promoted();
        for (int i = 0; i < 7; i++) {
            workshop.vendor.answersDownload(FullDiskTest::noSpace);
        }

        workshop.songJob().run(id);

        assertThat(workshop.vendor.submits()).isEqualTo(1);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    private static Composition noSpace() {
        throw new UncheckedIOException(new IOException("No space left on device"));
    }

    @Test
    void anOtherFileIsMadeOnceTheDiskHasRoomForIt() throws Exception {
        JobId id = workshop.promoted();
        TrackPreparer well = workshop.preparer;
        AtomicInteger tries = new AtomicInteger();
        workshop.preparer = (job, raw, limit) -> {
            if (tries.incrementAndGet() < 8) {
                throw new UncheckedIOException(new IOException("ffmpeg ended with 228: No space left on device"));
            }
            return well.prepare(job, raw, limit);
        };

        workshop.songJob().run(id);

        assertThat(workshop.postBox.tracks).hasSize(1);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(List.copyOf(workshop.heard)).doesNotContain(JobState.FAILED);
    }
}
