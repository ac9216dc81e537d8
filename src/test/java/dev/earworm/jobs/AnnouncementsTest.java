package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.JobId;
import dev.earworm.music.ProviderJobId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor that says by itself when a song is done. */
class AnnouncementsTest {
    private static final int SONG_TAKES = 120;

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
    void aVendorThatSpeaksUpIsAskedSeldom() throws Exception {
        long questionsBefore = questionsOfASong();
        workshop.vendor.announcesSongs();

        assertThat(questionsOfASong()).isLessThan(questionsBefore / 3);
        assertThat(workshop.pauses).endsWith(Duration.ofSeconds(10));
    }

    @Test
    void aVendorWhoseWordNeverCameIsAskedAsIfItSpokeNone() throws Exception {
        long questionsBefore = questionsOfASong();
        workshop.vendor.announcesSongs();
        questionsOfASong();

        assertThat(questionsOfASong()).isEqualTo(questionsBefore);
    }

    @Test
    void oneTrueWordIsEnoughToBeTrustedAgain() throws Exception {
        workshop.vendor.announcesSongs();
        long seldom = questionsOfASong();
        workshop.announcements.newsOf(workshop.vendor.name(), new ProviderJobId("somebody-elses"));

        assertThat(questionsOfASong()).isEqualTo(seldom);
    }

    @Test
    void aWordAboutASongThatIsNotBeingMadeChangesNothing() throws Exception {
        JobId waiting = workshop.accepted();
        JobId done = workshop.promoted();
        workshop.songJob().run(done);
        ProviderJobId name = workshop.job(done).providerJobId().orElseThrow();

        workshop.announcements.newsOf(workshop.vendor.name(), name);
        workshop.announcements.newsOf("other", name);

        assertThat(workshop.job(waiting).state()).isEqualTo(JobState.QUEUED);
        assertThat(workshop.job(done).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.postBox.tracks).hasSize(1);
    }

    @Test
    void aWordThatReachesAnotherProcessIsTrustedHereAsItsOwn() throws Exception {
        long questionsBefore = questionsOfASong();
        workshop.vendor.announcesSongs();
        questionsOfASong();
        JobId id = workshop.promoted();
        workshop.vendor.finishesAt(workshop.clock.instant().plusSeconds(SONG_TAKES), workshop.clock);
        Announcements elsewhere =
                new Announcements(workshop.store, new Alarms(), workshop.announcements::heardElsewhere);
        Pause pause = (song, duration) -> {
            workshop.clock.advance(duration);
            elsewhere.newsOf(
                    workshop.vendor.name(), workshop.job(song).providerJobId().orElseThrow());
        };
        workshop.songJob(pause).run(id);

        assertThat(questionsOfASong()).isLessThan(questionsBefore / 3);
    }

    @Test
    void newsOfASongThatIsBeingMadeAreToldToTheOtherProcesses() throws Exception {
        JobId id = workshop.promoted();
        workshop.vendor.finishesAt(workshop.clock.instant().plusSeconds(SONG_TAKES), workshop.clock);
        workshop.songJob((song, duration) -> {
                    workshop.clock.advance(duration);
                    if (workshop.newsTold.isEmpty()) {
                        workshop.announcements.newsOf(
                                workshop.vendor.name(),
                                workshop.job(song).providerJobId().orElseThrow());
                    }
                })
                .run(id);
        workshop.announcements.newsOf(workshop.vendor.name(), new ProviderJobId("somebody-elses"));

        assertThat(workshop.newsTold).containsExactly(id);
    }

    /** How often the vendor was asked for a song that takes two minutes. */
    private long questionsOfASong() throws InterruptedException {
        JobId id = workshop.promoted();
        long before = workshop.vendor.polls();
        workshop.vendor.finishesAt(workshop.clock.instant().plusSeconds(SONG_TAKES), workshop.clock);
        workshop.songJob().run(id);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        return workshop.vendor.polls() - before;
    }
}
