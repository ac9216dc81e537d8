package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.Publication;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.music.TrackDetails;
import dev.earworm.sandbox.SandboxButton;
import dev.earworm.sandbox.SandboxEvent;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxThread;
import dev.earworm.sandbox.http.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusMessageTest {
    /** Every message as it was after every edit, in order. */
    private static final List<SandboxMessage> SEEN = new CopyOnWriteArrayList<>();

    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
        rig.sandbox.onChange(event -> {
            if (event instanceof SandboxEvent.MessageEdited(SandboxMessage _, SandboxMessage after)) {
                SEEN.add(after);
            }
        });
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @AfterEach
    void tokensLiveAgain() {
        rig.sandbox.faults().clear();
        rig.sandbox.tokenLifetime(Duration.ofMinutes(15));
        rig.clock.isAhead(Duration.ZERO);
    }

    @Test
    void theStatusFollowsASongToItsEnd() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");
        reads(scene, job, """
                Your song is in the works: “a calm river”
                Grand Studio · 0:30 · next in line · ready <>
                3 songs left today.""");
        assertThat(scene.status(job).buttons()).extracting(SandboxButton::label).containsExactly("Cancel");

        scene.rendering(job);
        reads(scene, job, """
                Your song is being made: “a calm river”
                Grand Studio · 0:30 · ready <>
                ▱▱▱▱▱▱▱▱▱▱ 0 %
                3 songs left today.""");
        assertThat(scene.status(job).buttons()).as("its provider cannot stop").isEmpty();

        SandboxMessage posted = scene.bob.in(scene.general).posts("the song, let us say");
        rig.database.jobs().rendered(job.id(), TrackDetails.NONE, Instant.now());
        scene.tell(job);
        reads(scene, job, """
                Your song is nearly there: “a calm river”
                Grand Studio · 0:30
                ▰▰▰▰▰▰▰▰▰▱ 95 %
                3 songs left today.""");

        scene.delivered(job, new MessageId(posted.id()));
        scene.statusBecomes(
                job,
                "Your song is done: “a calm river”\nhttps://discord.com/channels/%d/%d/%d"
                        .formatted(scene.guild.id(), scene.general.id(), posted.id()));
    }

    @Test
    void theBarMovesByItselfWithTheTimeThatSuchSongsTake() {
        Scene scene = rig.scene();
        Job job = scene.rendering(scene.asks(scene.alice, "a calm river"));
        scene.statusBecomes(job, "▱▱▱▱▱▱▱▱▱▱ 0 %");

        rig.clock.isAhead(Duration.ofSeconds(33));
        scene.statusBecomes(job, "▰▰▰▰▰▱▱▱▱▱ 50 %");
        assertThat(scene.says(scene.bob, "queue").content()).contains("“a calm river” · being made, 50 % · ready <t:");

        rig.clock.isAhead(Duration.ofSeconds(80));
        scene.statusBecomes(job, "▰▰▰▰▰▰▰▰▰▱ 95 %");
    }

    @Test
    void aSongThatTakesLongerThanUsualSaysSoInsteadOfABarThatStandsStill() {
        Scene scene = rig.scene();
        Job job = scene.rendering(scene.asks(scene.alice, "a calm river"));

        rig.clock.isAhead(Duration.ofSeconds(120));

        reads(scene, job, """
                Your song is being made: “a calm river”
                Grand Studio · 0:30 · begun <>
                It takes longer than usual, and is still being made. You will be told when it is done.
                3 songs left today.""");
        assertThat(scene.says(scene.bob, "queue").content())
                .contains("“a calm river” · being made, longer than usual, begun <t:");
    }

    @Test
    void theVendorsOwnPercentageIsShownAndNeverGoesBack() {
        Scene scene = rig.scene();
        Job job = scene.rendering(scene.asks(scene.alice, "a calm river"));

        // Whoever sees it waiting forgets what was heard of it.
        scene.statusBecomes(job, "being made");
        rig.progress.heard(job.id(), 42);
        reads(scene, job, """
                Your song is being made: “a calm river”
                Grand Studio · 0:30 · ready <>
                ▰▰▰▰▱▱▱▱▱▱ 40 %
                3 songs left today.""");

        rig.progress.heard(job.id(), 17);
        rig.clock.isAhead(Duration.ofSeconds(120));
        reads(scene, job, """
                Your song is being made: “a calm river”
                Grand Studio · 0:30 · begun <>
                ▰▰▰▰▱▱▱▱▱▱ 40 %
                It takes longer than usual, and is still being made. You will be told when it is done.
                3 songs left today.""");

        rig.progress.heard(job.id(), 100);
        scene.statusBecomes(job, "▰▰▰▰▰▰▰▰▰▱ 95 %");
        assertThat(scene.says(scene.bob, "queue").content()).contains("being made, 95 %, longer than usual, begun <t:");
    }

    @Test
    void aStepThatDoesNotMoveTheBarIsNoEdit() {
        Scene scene = rig.scene();
        Job job = scene.rendering(scene.asks(scene.alice, "a calm river"));
        scene.statusBecomes(job, "▱▱▱▱▱▱▱▱▱▱ 0 %");

        for (int percent = 1; percent < 10; percent++) {
            rig.progress.heard(job.id(), percent);
            scene.tell(job);
        }
        rig.progress.heard(job.id(), 10);

        rig.eventually(() -> hasRead(job, "▰▱▱▱▱▱▱▱▱▱ 10 %"));
        assertThat(readings(job)).doesNotHaveDuplicates();
    }

    @Test
    void aSongThatItsProviderCanStopKeepsAButtonThatSaysWhatItMeans() {
        Scene scene = rig.scene();
        Job job = scene.rendering(scene.asks(scene.alice, Map.of("prompt", "a calm river", "model", "booth/tiny")));

        rig.eventually(() -> scene.status(job).buttons().stream()
                .anyMatch(button -> button.label().equals("Cancel (it still counts)")));
        SandboxMessage answer = scene.alice
                .in(scene.general)
                .presses(scene.status(job), "Cancel (it still counts)")
                .awaitResponse(BotRig.SOON);

        assertThat(answer.content())
                .isEqualTo("Stopped: “a calm river”. It had been begun and may have cost, so it counts against your "
                        + "quota.");
        scene.statusBecomes(
                job, "You stopped this song: “a calm river”\nIt had been begun, so it counts against your quota.");
        assertThat(scene.status(job).buttons()).isEmpty();
    }

    @Test
    void aMessageThatIsNearlyAnHourOldSaysThatItIsNotKeptUpAndIsLeftAlone() {
        Scene scene = rig.scene();
        Job job = scene.rendering(scene.asks(scene.alice, "a calm river"));
        scene.statusBecomes(job, "being made");

        rig.clock.isAhead(Duration.ofMinutes(56));

        String old = """
                Your song is in the works: “a calm river”
                Grand Studio · 0:30
                This message is too old to be kept up to date: `/queue` says how the song goes. You will be told when \
                it is done.""";
        reads(scene, job, old);
        scene.fails(scene.asks(scene.bob, "another"), Refusal.because(Reason.TOO_SLOW));
        rig.database.jobs().failed(job.id(), Refusal.because(Reason.BUG), Instant.now());
        scene.tell(job);
        scene.says(scene.bob, "queue");
        assertThat(shown(scene, job)).isEqualTo(old);
    }

    @Test
    void theSongsBehindMoveUpWhenOneIsTaken() {
        Scene scene = rig.scene();
        Job first = scene.asks(scene.alice, "first");
        Job second = scene.asks(scene.bob, "second");
        Job third = scene.asks(scene.alice, "third");
        assertThat(scene.status(first).content()).doesNotContain("in the queue");
        assertThat(scene.status(second).content()).contains("number 2 in the queue");
        assertThat(scene.status(third).content()).contains("number 3 in the queue");

        scene.promote(first);

        scene.statusBecomes(third, "number 2 in the queue");
        rig.eventually(() -> !scene.status(second).content().contains("in the queue"));
    }

    @Test
    void aSongThatFailsSaysWhyAndThatItCostNothing() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");

        scene.fails(job, Refusal.because(Reason.TOO_SLOW));

        scene.statusBecomes(
                job,
                "Your song could not be made: “a calm river”\nThe provider did not finish in time. Please try again. "
                        + "It does not count against your quota.");
    }

    @Test
    void aSongThatWasDeliveredBeforeItsStatusWasShownEndsUpAsDone() {
        Scene scene = rig.scene();
        CountDownLatch delivered = new CountDownLatch(1);
        rig.sandbox.faults().next(1, "PATCH /webhooks/*/*/messages/*", new Fault.Held(delivered));
        scene.alice.in(scene.general).runs("song", Map.of("prompt", "a quick one"));
        rig.eventually(() -> !scene.unfinished().isEmpty());
        Job job = scene.unfinished().getLast();
        assertThat(job.statusMessage()).isEmpty();

        scene.delivered(scene.rendered(job), new MessageId(scene.general.id()));
        delivered.countDown();

        rig.eventually(() -> scene.find(job).statusMessage().isPresent());
        scene.statusBecomes(job, "Your song is done");
    }

    @Test
    void manyChangesInAMomentAreOneEditAndTheLastOneShows() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");
        scene.promote(job);
        scene.statusBecomes(job, "being made");

        for (int i = 0; i < 50; i++) {
            scene.tell(job);
        }
        rig.database.jobs().failed(job.id(), Refusal.because(Reason.BUG), Instant.now());
        scene.tell(job);

        rig.eventually(() -> hasRead(job, "could not be made"));
        assertThat(readings(job)).doesNotHaveDuplicates();
    }

    @Test
    void whenTheTokenHasDiedThePublicStatusIsEditedInItsChannel() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");
        rig.sandbox.tokenLifetime(Duration.ZERO);

        scene.promote(job);

        scene.statusBecomes(job, "being made");
        rig.eventually(() -> rig.sandbox.requests().stream()
                .anyMatch(request -> request.route().equals("PATCH /channels/{channel}/messages/{message}")
                        && request.path().endsWith("/" + scene.status(job).id())
                        && request.status() == 200));
    }

    @Test
    void aPrivateStatusIsLeftAloneOnceItsTokenHasDied() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, Map.of("prompt", "a secret", "private", true));
        rig.sandbox.tokenLifetime(Duration.ZERO);

        scene.promote(job);

        rig.eventually(() -> edits(job).stream().anyMatch(status -> status == 401));
        assertThat(scene.status(job).content()).contains("in the works");
    }

    @Test
    void aStatusWhoseThreadWasArchivedMeanwhileIsEditedOnceItsSongHasWokenThat() throws IOException {
        Scene scene = rig.scene();
        SandboxThread thread = scene.alice.in(scene.general).startsThread("rivers");
        SandboxInteraction asked = scene.alice.in(thread).runs("song", Map.of("prompt", "a calm river"));
        rig.eventually(() ->
                scene.unfinished().stream().anyMatch(job -> job.statusMessage().isPresent()));
        thread.archive();

        Job job = scene.rendered(scene.unfinished().getLast());
        rig.eventually(() -> edits(job).contains(400));
        scene.delivered(job, ((Publication.Published) rig.publisher().publish(job, rig.track(1000))).at());

        rig.eventually(() -> asked.response().content().startsWith("Your song is done"));
    }

    @Test
    void discordBeingUnwellDelaysAnEditAndDoesNotLoseIt() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");
        rig.sandbox.faults().next(2, "PATCH /webhooks/*/*/messages/*", new Fault.Status(500));

        scene.promote(job);

        scene.statusBecomes(job, "being made");
    }

    /** The whole message becomes this, with any time in place of {@code <>}. */
    private static void reads(Scene scene, Job job, String words) {
        if (!rig.sandbox.await(BotRig.SOON, () -> shown(scene, job).equals(words))) {
            assertThat(shown(scene, job)).isEqualTo(words);
        }
    }

    private static String shown(Scene scene, Job job) {
        return scene.status(job).content().replaceAll("<t:\\d+:R>", "<>");
    }

    private static boolean hasRead(Job job, String words) {
        return readings(job).stream().anyMatch(reading -> reading.contains(words));
    }

    /** What a song's status message has said, each time that it was written. */
    private static List<String> readings(Job job) {
        long message = rig.database
                .jobs()
                .find(job.id())
                .orElseThrow()
                .statusMessage()
                .orElseThrow()
                .value();
        return SEEN.stream()
                .filter(seen -> seen.id() == message && !seen.isLoading())
                .map(SandboxMessage::content)
                .toList();
    }

    /** The HTTP status of each edit of a song's status message. */
    private static List<Integer> edits(Job job) {
        String message = "/"
                + rig.database
                        .jobs()
                        .find(job.id())
                        .orElseThrow()
                        .statusMessage()
                        .orElseThrow();
        return rig.sandbox.requests().stream()
                .filter(request ->
                        request.method().equals("PATCH") && request.path().contains(message))
                .map(request -> request.status())
                .toList();
    }
}
