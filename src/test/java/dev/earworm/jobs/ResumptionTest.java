package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.order;
import static dev.earworm.jobs.JobFixtures.request;
import static dev.earworm.quota.QuotaFixtures.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.Allowance;
import dev.earworm.quota.QuotaDecision.Reserved;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.quota.Reservation;
import dev.earworm.quota.Spender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumptionTest {
    @TempDir
    private Path folder;

    private SongWorkshop workshop;
    private final List<JobId> started = new ArrayList<>();

    @BeforeEach
    void open() {
        workshop = new SongWorkshop(folder);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void songsThatWereUnderWayAreStartedAndThoseInLineKeepTheirPlaces() {
        JobId waiting = workshop.accepted();
        JobId submitting = workshop.promoted();
        JobId untold = workshop.promoted();
        workshop.store.failed(untold, Refusal.because(Refusal.Reason.BUG), NOON);
        JobId cancelled = workshop.accepted();
        workshop.store.cancel(cancelled, NOON);
        carryOn();

        assertThat(started).containsExactlyInAnyOrder(submitting, untold);
        assertThat(workshop.job(waiting).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void whoeverShowsHowSongsGoHearsOfThemAnew() {
        workshop.accepted();
        workshop.promoted();
        carryOn();

        assertThat(workshop.heard).containsExactlyInAnyOrder(JobState.QUEUED, JobState.SUBMITTING);
    }

    @Test
    void theyHearOfSongsWhoseEndTheyMayNotHaveShown() {
        JobId longAgo = workshop.accepted();
        workshop.store.cancel(longAgo, NOON.minusSeconds(3600));
        JobId lately = workshop.promoted();
        workshop.store.rendered(lately, TrackDetails.NONE, NOON);
        workshop.store.delivered(lately, SongWorkshop.PostBox.POSTED, NOON);
        carryOn();

        assertThat(workshop.heard).containsExactly(JobState.DELIVERED);
        assertThat(started).isEmpty();
    }

    @Test
    void whatEndedSongsLeftOnDiskIsRemovedAndWhatOthersNeedIsKept() throws Exception {
        JobId living = workshop.promoted();
        Files.writeString(workshop.files.raw(living), "la");
        JobId delivered = workshop.promoted();
        Files.writeString(workshop.files.raw(delivered), "la");
        workshop.store.rendered(delivered, TrackDetails.NONE, NOON);
        workshop.store.delivered(delivered, SongWorkshop.PostBox.POSTED, NOON);
        Path notOurs = Files.createDirectories(folder.resolve("songs/notes"));
        carryOn();

        assertThat(workshop.files.raw(living)).exists();
        assertThat(folder.resolve("songs").resolve(delivered.value())).doesNotExist();
        assertThat(notOurs).exists();
    }

    @Test
    void aWaitingSongWhoseProviderWasTakenOutOfTheConfigurationIsRefusedAndCostsNothing() throws Exception {
        JobId id = accepted(new ModelId("gone", "model"));
        carryOn();
        assertThat(started).containsExactly(id);

        workshop.songJob().run(id);
        assertThat(workshop.postBox.refusals).containsExactly(Refusal.because(Refusal.Reason.UNAVAILABLE));
        assertThat(workshop.usage()).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void songsOfOtherShardsAreLeftToTheirProcess() {
        JobId theirs = workshop.accepted(order(JobFixtures.account(1L << 22, 30)));
        workshop.store.promote(theirs, 1, NOON);
        carryOn(new ShardRange(0, 0, 2));
        assertThat(started).isEmpty();
        assertThat(workshop.heard).isEmpty();

        carryOn(new ShardRange(1, 1, 2));
        assertThat(started).containsExactly(theirs);
    }

    private void carryOn() {
        carryOn(ShardRange.WHOLE);
    }

    private void carryOn(ShardRange shards) {
        SongRunner runner = new SongRunner() {
            @Override
            public boolean isAtWork(JobId id) {
                return false;
            }

            @Override
            public void start(JobId id) {
                started.add(id);
            }
        };
        new Resumption(
                        workshop.store,
                        workshop.database.transactions(),
                        workshop.accounts,
                        workshop.files,
                        shards,
                        workshop.listeners,
                        workshop.clock)
                .carryOn(runner);
    }

    /** As it was accepted while the provider was still there. */
    private JobId accepted(ModelId model) {
        Job job = Job.queued(
                JobId.next(NOON),
                order(ALICE, request(model, "a calm river", Duration.ofSeconds(30))),
                Optional.empty(),
                NOON);
        workshop.store.add(job);
        assertThat(workshop.ledger.reserve(
                        new Reservation(job.id(), Spender.asLastSeen(ALICE), claim(30), NOON),
                        Allowance.ofMember(SongWorkshop.LIMITS)))
                .isInstanceOf(Reserved.class);
        return job.id();
    }
}
