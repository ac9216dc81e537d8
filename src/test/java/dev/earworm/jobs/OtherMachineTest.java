package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.TrackPreparer.Outcome;
import dev.earworm.music.JobId;
import dev.earworm.music.PriceConfig;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.storage.Database;
import dev.earworm.storage.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines, each with a disk of its own, and one PostgreSQL. */
class OtherMachineTest {
    private static final byte[] SONG = "la la la".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private SongWorkshop here;
    private SongWorkshop there;
    private final List<byte[]> prepared = new ArrayList<>();

    @BeforeEach
    void open() {
        here = machine("here");
        there = machine("there");
    }

    private SongWorkshop machine(String name) {
        SongWorkshop machine = new SongWorkshop(
                Database.open(Engine.POSTGRESQL.in(folder)),
                folder.resolve(name),
                List.of(),
                PriceConfig.published(),
                QuotaLimits.UNLIMITED);
        machine.preparer = (_, raw, _) -> {
            prepared.add(bytes(raw));
            return new Outcome.Prepared(
                    new FinishedTrack(raw, "river.mp3", "River", Duration.ofSeconds(30), SONG.length));
        };
        return machine;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void aSongThatWasPaidForIsDeliveredByAnotherMachineAndNotMadeAgain() throws Exception {
        JobId id = renderedHere();

        there.songJob().run(id);

        assertThat(there.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(prepared).containsExactly(SONG, SONG);
        assertThat(there.postBox.tracks).hasSize(1);
        assertThat(there.vendor.submits() + there.vendor.polls()).isZero();
        assertThat(here.count("SELECT count(*) FROM song_file")).isZero();
    }

    @Test
    void whatAMachineHadBeforeIsNotTakenForTheSongThatAnotherOneGot() throws Exception {
        JobId id = renderedHere();
        Files.write(there.files.raw(id), new byte[] {1, 2});
        new Resumption(
                        there.store,
                        there.database.transactions(),
                        there.accounts,
                        there.files,
                        ShardRange.WHOLE,
                        there.listeners,
                        there.clock)
                .carryOn(new SongRunner() {
                    @Override
                    public boolean isAtWork(JobId song) {
                        return false;
                    }

                    @Override
                    public void start(JobId song) {}
                });

        there.songJob().run(id);

        assertThat(prepared).containsExactly(SONG, SONG);
    }

    @Test
    void aSongThatIsKeptIsThereOnEveryMachineAndGoneFromAllOnceItIsForgotten() throws Exception {
        here.postBox.answers(new Publication.Undeliverable("all closed"));
        JobId id = here.promoted();
        here.songJob().run(id);
        assertThat(here.job(id).keptUntil()).isPresent();

        assertThat(there.kept.of(id)).singleElement().satisfies(file -> {
            assertThat(file).hasFileName("river.mp3");
            assertThat(bytes(file)).containsExactly(SONG);
        });
        here.database.filesKept().sweep();
        here.kept.delete(id);

        there.kept.dropCopies(Set.of());
        assertThat(here.kept.of(id)).isEmpty();
        assertThat(there.kept.of(id)).isEmpty();
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aVaultThatIsOutOfReachIsWaitedForInsteadOfPayingTwice() throws Exception {
        JobId id = here.promoted();
        here.sql("ALTER TABLE song_file RENAME TO away");
        List<Duration> pauses = new ArrayList<>();

        here.songJob((_, duration) -> {
                    pauses.add(duration);
                    here.clock.advance(duration);
                    if (here.job(id).state() == JobState.RENDERING && pauses.size() > 3) {
                        here.sql("ALTER TABLE IF EXISTS away RENAME TO song_file");
                    }
                })
                .run(id);

        assertThat(here.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(here.vendor.submits()).isEqualTo(1);
    }

    /** Its process died before anybody had it. */
    private JobId renderedHere() {
        JobId id = here.promoted();
        here.postBox.answersBy(() -> {
            throw new IllegalStateException("the machine is gone");
        });
        assertThatThrownBy(() -> here.songJob().run(id)).hasMessage("the machine is gone");
        assertThat(here.job(id).state()).isEqualTo(JobState.RENDERED);
        return id;
    }
}
