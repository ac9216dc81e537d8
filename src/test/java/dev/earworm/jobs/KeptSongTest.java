package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.music.JobId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Songs that are made, and that nobody can be given. */
class KeptSongTest {
    private static final Publication ALL_CLOSED = new Publication.Undeliverable("all closed");

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
    void aSongThatNobodyCanBeGivenIsKeptForThirtyDaysAndItsMemberIsTold() throws Exception {
        workshop.postBox.answers(ALL_CLOSED);

        JobId id = run(workshop.promoted());

        assertKept(id);
        assertThat(workshop.postBox.announced).containsExactly(id);
        assertThat(workshop.job(id).keptUntil())
                .hasValueSatisfying(until ->
                        assertThat(until).isBetween(NOON.plus(Duration.ofDays(30)), NOON.plus(Duration.ofDays(31))));
    }

    @Test
    void aDiscordThatIsNotWellForTooLongDoesNotLoseTheSong() throws Exception {
        for (int i = 0; i < 40; i++) {
            workshop.postBox.answers(new Publication.TryLater(Duration.ofSeconds(5), "HTTP 503"));
        }

        assertKept(run(workshop.promoted()));
    }

    @Test
    void whoeverCannotEvenBeToldFindsTheSongInTheLibrary() throws Exception {
        workshop.postBox.answers(ALL_CLOSED);
        workshop.postBox.answers(ALL_CLOSED);

        JobId id = run(workshop.promoted());

        assertKept(id);
        assertThat(workshop.postBox.announced).isEmpty();
    }

    @Test
    void aSongThatCameAsAnAnswerIsKeptAsWellAndNotAnnounced() throws Exception {
        workshop.postBox.answers(new Publication.Answered(SongWorkshop.PostBox.POSTED));

        JobId id = run(workshop.promoted());

        assertKept(id);
        assertThat(workshop.job(id).trackMessage()).contains(SongWorkshop.PostBox.POSTED);
        assertThat(workshop.postBox.announced).isEmpty();
    }

    @Test
    void aSongThatWasPostedIsNotKept() throws Exception {
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).keptUntil()).isEmpty();
        assertThat(workshop.kept.of(id)).isEmpty();
    }

    @Test
    void aCrashBetweenTheKeptFileAndTheWordOfItDeliversTheSongAnew() throws Exception {
        workshop.postBox.answers(ALL_CLOSED);
        JobId id = workshop.promoted();
        workshop.diskIsFullFor("kept", 100);
        assertThatThrownBy(() -> run(id)).hasMessageContaining("the disk is full");
        assertThat(workshop.kept.of(id)).hasSize(1);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.RENDERED);

        run(id);

        assertThat(workshop.postBox.tracks).hasSize(1);
        assertThat(workshop.job(id).keptUntil()).isEmpty();
        assertThat(workshop.usage()).isEqualTo(used(1, 30, 0));
        workshop.kept.deleteAllBut(Set.of());
        assertThat(workshop.kept.of(id)).as("the leftover").isEmpty();
    }

    @Test
    void aCrashBetweenTheKeptFileAndTheWordOfItKeepsTheSongOnceIfTheWaysStayClosed() throws Exception {
        workshop.postBox.answers(ALL_CLOSED);
        workshop.postBox.answers(ALL_CLOSED);
        JobId id = workshop.promoted();
        workshop.diskIsFullFor("kept", 100);
        assertThatThrownBy(() -> run(id)).hasMessageContaining("the disk is full");
        workshop.diskIsFullFor("kept", 0);

        run(id);

        assertKept(id);
    }

    @Test
    void aDiskThatIsFullForAMomentDoesNotLoseTheSong() throws Exception {
        workshop.postBox.answers(ALL_CLOSED);
        workshop.diskIsFullFor("kept", 3);

        assertKept(run(workshop.promoted()));
    }

    @Test
    void anAnsweredSongComesOnceAlsoWhereTheDiskTakesNoFile() throws Exception {
        Files.writeString(folder.resolve("kept"), "no folder");
        workshop.postBox.answers(new Publication.Answered(SongWorkshop.PostBox.POSTED));
        workshop.postBox.answersBy(() -> {
            throw new AssertionError("it came a second time");
        });

        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.job(id).trackMessage()).contains(SongWorkshop.PostBox.POSTED);
        assertThat(workshop.job(id).keptUntil()).isEmpty();
        assertThat(workshop.usage()).isEqualTo(used(1, 30, 0));
    }

    @Test
    void aDiskThatTakesNoFileForAWhileDoesNotLoseTheSong() throws Exception {
        Path blocked = folder.resolve("kept");
        workshop.postBox.answersBy(() -> {
            write(blocked, "no folder");
            return ALL_CLOSED;
        });
        JobId id = workshop.promoted();

        workshop.songJob((_, _) -> delete(blocked)).run(id);

        assertKept(id);
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCrashBeforeItsMemberIsToldTellsThemAfterwards() throws Exception {
        workshop.postBox.answers(ALL_CLOSED);
        workshop.postBox.answersBy(() -> {
            throw new IllegalStateException("the power was cut");
        });
        JobId id = workshop.promoted();
        assertThatThrownBy(() -> run(id)).hasMessageContaining("the power was cut");
        assertThat(workshop.store.unfinished()).extracting(Job::id).containsExactly(id);

        run(id);

        assertKept(id);
        assertThat(workshop.postBox.announced).containsExactly(id);
    }

    @Test
    void aMistakeOfOursInTellingDoesNotTouchTheKeptSong() throws Exception {
        workshop.postBox.answers(ALL_CLOSED);
        workshop.postBox.answersBy(() -> {
            throw new IllegalStateException("a bug");
        });
        JobId id = workshop.promoted();
        assertThatThrownBy(() -> run(id)).hasMessageContaining("a bug");

        workshop.songJob().abandon(id, "again and again");

        assertKept(id);
    }

    private JobId run(JobId id) throws InterruptedException {
        workshop.songJob().run(id);
        return id;
    }

    private void assertKept(JobId id) throws IOException {
        Job job = workshop.job(id);
        assertThat(job.state()).isEqualTo(JobState.DELIVERED);
        assertThat(job.told()).isTrue();
        assertThat(job.keptUntil()).map(until -> until.isAfter(Instant.EPOCH)).contains(true);
        List<Path> files = workshop.kept.of(id);
        assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("river.mp3");
        assertThat(Files.size(files.getFirst())).isPositive();
        assertThat(workshop.usage()).isEqualTo(used(1, 30, 0));
        assertThat(workshop.postBox.tracks).isEmpty();
        assertThat(workshop.postBox.refusals).isEmpty();
        assertThat(Files.exists(folder.resolve("songs").resolve(id.value()))).isFalse();
    }
}
