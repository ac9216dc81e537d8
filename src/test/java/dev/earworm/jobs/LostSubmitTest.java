package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.JobId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderJobId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A submit whose reply never came, at a vendor that can be asked for the song. */
class LostSubmitTest {
    private static final ProviderFailure LOST = new ProviderFailure.OutcomeUnknown("no reply");
    private static final Optional<ProviderJobId> FOUND = Optional.of(new ProviderJobId("found-in-the-log"));

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
    void aSongThatTheVendorHasIsAwaitedAndNotOrderedAgain() throws Exception {
        workshop.vendor.rejects(LOST);
        workshop.vendor.answersLookUp(FOUND);

        Job job = delivered(workshop.promoted());

        assertThat(job.providerJobId()).isEqualTo(FOUND);
        assertThat(job.attempts().lost()).isZero();
        assertThat(workshop.vendor.submits()).isEqualTo(1);
    }

    @Test
    void theVendorsRecordsMayRunBehindItsWork() throws Exception {
        workshop.vendor.rejects(LOST);
        workshop.vendor.answersLookUp(Optional.empty());
        workshop.vendor.answersLookUp(FOUND);

        delivered(workshop.promoted());

        assertThat(workshop.pauses).contains(Duration.ofSeconds(10));
        assertThat(workshop.vendor.submits()).isEqualTo(1);
    }

    @Test
    void aSongThatACrashLeftOpenIsLookedForToo() throws Exception {
        workshop.vendor.answersLookUp(FOUND);
        JobId id = workshop.promoted();
        workshop.store.openSubmit(id, workshop.clock.instant());

        delivered(id);

        assertThat(workshop.vendor.submits()).isZero();
    }

    @Test
    void aSongThatNobodyFindsIsOrderedOnceMoreAndCounted() throws Exception {
        workshop.vendor.rejects(LOST);

        Job job = delivered(workshop.promoted());

        assertThat(job.attempts().lost()).isEqualTo(1);
        assertThat(workshop.vendor.submits()).isEqualTo(2);
    }

    private Job delivered(JobId id) throws InterruptedException {
        workshop.songJob().run(id);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        return workshop.job(id);
    }
}
