package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earworm.music.Composition;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Stopping;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.QuotaUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member stops a song just when something else happens to it. */
class StoppedSongTest {
    private static final Rendering CANCELLED_AT_THE_VENDOR =
            new Rendering.Failed(new ProviderFailure.Internal("cancelled at the vendor"));
    private static final QuotaUsage SPENT = used(1, 30, 0);

    private final CountDownLatch vendorIsToldToStop = new CountDownLatch(1);
    private final CountDownLatch vendorWasAsked = new CountDownLatch(1);
    private final CountDownLatch vendorSaysItHasStopped = new CountDownLatch(1);
    private SongWorkshop workshop;

    @BeforeEach
    void open(@TempDir Path folder) {
        workshop = new SongWorkshop(folder);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void aVendorMaySayThatTheSongFailedBeforeItSaysThatItHasStopped() throws Exception {
        JobId id = rendering();
        workshop.vendor.answersPoll(CANCELLED_AT_THE_VENDOR);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> run = threads.submit(() -> {
                workshop.songJob(this::pauseUntilTheVendorStops).run(id);
                return id;
            });
            workshop.vendor.stops(() -> {
                vendorIsToldToStop.countDown();
                await().atMost(Duration.ofMinutes(1)).until(() -> vendorWasAsked.getCount() == 0 || run.isDone());
                return new Stopping.Stopped();
            });

            assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.Stopped.class);
            vendorSaysItHasStopped.countDown();
            run.get();
        }
        assertThat(workshop.job(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(workshop.usage()).isEqualTo(SPENT);
        assertThat(workshop.postBox.refusals).isEmpty();
    }

    private void pauseUntilTheVendorStops(JobId id, Duration duration) throws InterruptedException {
        vendorIsToldToStop.await();
        if (workshop.vendor.polls() > 0) {
            vendorWasAsked.countDown();
            vendorSaysItHasStopped.await();
        }
        workshop.clock.advance(duration);
    }

    @Test
    void aSongThatIsStoppedJustWhenItsAudioArrivesIsNotDelivered() throws Exception {
        workshop.vendor.stops(new Stopping.Stopped());
        JobId id = rendering();
        workshop.vendor.answersDownload(() -> {
            workshop.songs.cancel(id, ALICE);
            return arrived(workshop.files.raw(id));
        });

        workshop.songJob().run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(workshop.usage()).isEqualTo(SPENT);
        assertThat(workshop.postBox.tracks).isEmpty();
    }

    @Test
    void aSongThatIsDeliveredBeforeItsVendorCanStopItHasEnded() throws Exception {
        JobId id = rendering();
        workshop.vendor.stops(() -> {
            run(id);
            return new Stopping.Stopped();
        });

        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.Ended.class);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.usage()).isEqualTo(SPENT);
        assertThat(workshop.postBox.tracks).hasSize(1);
    }

    private void run(JobId id) {
        try {
            workshop.songJob().run(id);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Composition arrived(Path raw) {
        try {
            Files.writeString(raw, "la la la");
            return new Composition.Composed(TrackDetails.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JobId rendering() {
        JobId id = workshop.promoted();
        workshop.store.openSubmit(id, workshop.clock.instant());
        workshop.store.rendering(id, new ProviderJobId("at-vendor"), Optional.empty());
        return id;
    }
}
