package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.JobId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.TrackDetails;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedWaitsTest {
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
    void aModelsOwnWordCountsUntilThereAreThreeSongs() {
        songThatTook(5);
        songThatTook(6);
        assertThat(typical()).isEqualTo(ScriptedProvider.TYPICAL);

        songThatTook(7);
        assertThat(typical()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void aSongThatTookForEverChangesLittle() {
        songThatTook(5);
        songThatTook(6);
        songThatTook(100_000);
        assertThat(typical()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void whatWasLongAgoIsForgotten() {
        for (int i = 0; i < 20; i++) {
            songThatTook(100);
        }
        for (int i = 0; i < 20; i++) {
            songThatTook(10);
        }
        assertThat(typical()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aSongThatCameToNothingTeachesNothing() {
        for (int i = 0; i < 3; i++) {
            JobId id = workshop.promoted();
            workshop.store.openSubmit(id, workshop.clock.instant());
            workshop.store.failed(id, Refusal.because(Refusal.Reason.UNAVAILABLE), workshop.clock.instant());
        }
        assertThat(typical()).isEqualTo(ScriptedProvider.TYPICAL);
    }

    private void songThatTook(long seconds) {
        JobId id = workshop.promoted();
        workshop.store.openSubmit(id, workshop.clock.instant());
        workshop.clock.advance(Duration.ofSeconds(seconds));
        workshop.store.rendered(id, TrackDetails.NONE, workshop.clock.instant());
    }

    /** Asked anew, since an answer is kept for a minute. */
    private Duration typical() {
        MusicModel model = workshop.providers.model(JobFixtures.MODEL).orElseThrow();
        return new LearnedWaits(workshop.store).typical(model);
    }
}
