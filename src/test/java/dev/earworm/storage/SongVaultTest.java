package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongVault;
import dev.earworm.music.JobId;
import dev.earworm.storage.JdbiSongVault.Shelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongVaultTest extends StoreTest {
    private final JobId song = JobId.next(NOON);
    private SongVault making;
    private SongVault kept;

    @TempDir
    private Path disk;

    @BeforeEach
    void vaults() {
        making = database.vault(Shelf.MAKING);
        kept = database.vault(Shelf.KEPT);
    }

    @Test
    void whatIsPutThereIsFetchedAsItWas() throws IOException {
        byte[] long1 = randomly(1_300_000);
        byte[] exact = randomly(2 * 512 * 1024);
        making.put(
                song,
                Map.of(
                        "raw/vocals.mp3", file("one", long1),
                        "raw/drums.mp3", file("two", exact),
                        "raw/silence.mp3", file("three", new byte[0])));

        assertThat(making.holds(song)).isTrue();
        assertThat(making.fetch(song, disk.resolve("back"))).isTrue();
        assertThat(disk.resolve("back/raw/vocals.mp3")).hasBinaryContent(long1);
        assertThat(disk.resolve("back/raw/drums.mp3")).hasBinaryContent(exact);
        assertThat(disk.resolve("back/raw/silence.mp3")).isEmptyFile();
    }

    @Test
    void whatIsPutThereAgainTakesThePlaceOfWhatWas() throws IOException {
        making.put(song, Map.of("raw", file("one", randomly(1_300_000)), "more", file("two", randomly(5))));
        byte[] shorter = randomly(700_000);
        making.put(song, Map.of("raw", file("three", shorter)));

        making.fetch(song, disk.resolve("back"));
        assertThat(disk.resolve("back/raw")).hasBinaryContent(shorter);
        assertThat(disk.resolve("back/more")).doesNotExist();
    }

    @Test
    void whatBreaksOffInTheMiddleLeavesWhatWas() throws IOException {
        byte[] whole = randomly(5);
        making.put(song, Map.of("raw", file("one", whole)));

        assertThatThrownBy(() -> making.put(song, Map.of("raw", disk.resolve("nowhere"))))
                .isInstanceOf(UncheckedIOException.class);

        making.fetch(song, disk.resolve("back"));
        assertThat(disk.resolve("back/raw")).hasBinaryContent(whole);
    }

    @Test
    void theTwoShelvesKnowNothingOfEachOther() throws IOException {
        kept.put(song, Map.of("song.mp3", file("one", randomly(5))));

        assertThat(making.holds(song)).isFalse();
        assertThat(making.fetch(song, disk.resolve("back"))).isFalse();
        making.remove(song);
        assertThat(kept.holds(song)).isTrue();
        kept.remove(song);
        assertThat(kept.holds(song)).isFalse();
    }

    @Test
    void aNameThatLeadsElsewhereIsNotWritten() throws IOException {
        making.put(song, Map.of("../escaped", file("one", randomly(5))));

        assertThatThrownBy(() -> making.fetch(song, disk.resolve("back"))).isInstanceOf(IllegalStateException.class);
        assertThat(disk.resolve("escaped")).doesNotExist();
    }

    @Test
    void whatSongsLeftThatHaveEndedIsSweptAway() throws IOException {
        Job living = queued(ALICE, NOON);
        Job ended = queued(ALICE, NOON);
        database.jobs().add(living);
        database.jobs().add(ended);
        for (JobId id : new JobId[] {living.id(), ended.id(), song}) {
            making.put(id, Map.of("raw", file(id.value(), randomly(5))));
            kept.put(id, Map.of("song.mp3", disk.resolve(id.value())));
        }
        database.jobs().cancel(ended.id(), NOON);

        making.sweep();
        kept.sweep();

        assertThat(making.holds(living.id())).isTrue();
        assertThat(kept.holds(living.id())).as("it may be about to be kept").isTrue();
        assertThat(making.holds(ended.id())).isFalse();
        assertThat(kept.holds(ended.id())).isFalse();
        assertThat(making.holds(song)).isFalse();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(disk.resolve(name), bytes);
    }

    private static byte[] randomly(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
