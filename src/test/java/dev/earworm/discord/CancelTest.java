package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.sandbox.Choice;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelTest {
    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void aMemberCallsASongBackWithTheButtonAndItsQuotaIsFree() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");

        SandboxMessage answer = presses(scene, scene.alice, job);

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content()).isEqualTo("Called back: “a calm river”. It does not count against your quota.");
        scene.statusBecomes(job, "You called this song back: “a calm river”\nIt does not count against your quota.");
        assertThat(scene.status(job).buttons()).isEmpty();
        assertThat(scene.says(scene.alice, "quota").content()).contains("**Songs today:** 0 of 4, 4 left");
    }

    @Test
    void somebodyElsesSongStaysWhereItIs() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");

        SandboxMessage answer = presses(scene, scene.bob, job);

        assertThat(answer.content()).isEqualTo("That is not your song.");
        assertThat(answer.isEphemeral()).isTrue();
        assertThat(scene.find(job).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void aSongThatIsBeingMadeCannotBeCalledBack() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");
        SandboxMessage status = scene.status(job);
        scene.promote(job);

        SandboxMessage answer = scene.alice
                .in(scene.general)
                .pressesForged(status, "cancel:" + job.id())
                .awaitResponse(BotRig.SOON);

        assertThat(answer.content())
                .isEqualTo("“a calm river” is already being made, and studio cannot stop a song that it has begun. "
                        + "It will be posted when it is done, and counts against your quota.");
        assertThat(scene.find(job).state()).isEqualTo(JobState.SUBMITTING);
    }

    @Test
    void aSongThatIsBeingMadeIsStoppedWhereItsProviderCanAndTheMemberReadsThatItCounts() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, Map.of("prompt", "a calm river", "model", "booth/tiny"));
        SandboxMessage status = scene.status(job);

        scene.promote(job);
        assertThat(presses(scene, job, status).content())
                .isEqualTo("“a calm river” is just being handed to booth. Please try again in a moment; it may count "
                        + "by then.");

        rig.database.jobs().openSubmit(job.id(), Instant.now());
        rig.database.jobs().rendering(job.id(), new ProviderJobId("one"), Optional.empty());
        assertThat(presses(scene, job, status).content())
                .isEqualTo("Stopped: “a calm river”. It had been begun and may have cost, so it counts against your "
                        + "quota.");
        assertThat(scene.find(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(scene.says(scene.alice, "quota").content()).contains("**Songs today:** 1 of 4, 3 left");
        assertThat(presses(scene, job, status).content()).isEqualTo("That song has already ended.");
    }

    @Test
    void aSongThatIsAboutToBePostedCannotBeCalledBack() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");
        SandboxMessage status = scene.status(job);
        scene.rendered(job);

        assertThat(presses(scene, job, status).content())
                .isEqualTo("“a calm river” has just been made, so it cannot be called back any more. It will be "
                        + "posted in a moment.");
    }

    @Test
    void withoutANameASongThatCanBeStoppedIsPreferredToANewerOneThatCannot() {
        Scene scene = rig.scene();
        Job stoppable = scene.rendering(scene.asks(scene.alice, Map.of("prompt", "first", "model", "booth/tiny")));
        scene.rendering(scene.asks(scene.alice, "second"));

        assertThat(scene.alice.in(scene.general).completes("cancel", "song", ""))
                .containsExactly(new Choice("first", stoppable.id().value()));
        assertThat(scene.says(scene.alice, "cancel").content()).startsWith("Stopped: “first”.");
    }

    /** As somebody does whose message has not been edited yet. */
    private static SandboxMessage presses(Scene scene, Job job, SandboxMessage status) {
        return scene.alice
                .in(scene.general)
                .pressesForged(status, "cancel:" + job.id())
                .awaitResponse(BotRig.SOON);
    }

    @Test
    void aForgedButtonIsRefused() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");

        for (String forged : new String[] {
            "cancel:", "cancel:" + "z".repeat(16) + "'", "cancel", "", "explode:" + job.id(), "CANCEL:" + job.id()
        }) {
            SandboxMessage answer = forge(scene, job, forged);
            assertThat(answer.content()).as(forged).isEqualTo("That button is not one of mine.");
            assertThat(answer.isEphemeral()).isTrue();
        }
        assertThat(forge(scene, job, "cancel:" + JobId.next(Instant.now())).content())
                .isEqualTo("There is no such song.");
        assertThat(scene.find(job).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void withoutANameTheNewestWaitingSongIsCalledBack() {
        Scene scene = rig.scene();
        Job first = scene.asks(scene.alice, "first");
        Job second = scene.asks(scene.alice, "second");
        Job third = scene.asks(scene.alice, "third");
        scene.promote(third);

        assertThat(scene.says(scene.alice, "cancel").content()).startsWith("Called back: “second”.");
        assertThat(scene.says(scene.alice, "cancel").content()).startsWith("Called back: “first”.");
        assertThat(scene.says(scene.alice, "cancel").content())
                .startsWith("“third” is already being made, and studio cannot stop");
        assertThat(scene.says(scene.bob, "cancel").content()).isEqualTo("You have no song in the works.");
        assertThat(scene.find(first).state()).isEqualTo(JobState.CANCELLED);
        assertThat(scene.find(second).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void onlyAMembersOwnWaitingSongsAreOfferedAndAnyOtherIsRefused() {
        Scene scene = rig.scene();
        Job calm = scene.asks(scene.alice, "a calm river");
        scene.asks(scene.alice, "a wild sea");
        Job bobs = scene.asks(scene.bob, "a calm lake");

        assertThat(scene.alice.in(scene.general).completes("cancel", "song", "CALM"))
                .containsExactly(new Choice("a calm river", calm.id().value()));
        assertThat(named(scene, bobs.id().value())).isEqualTo("That is not your song.");
        assertThat(named(scene, "nonsense")).isEqualTo("There is no such song.");
        assertThat(named(scene, calm.id().value())).startsWith("Called back: “a calm river”.");
        assertThat(named(scene, calm.id().value())).isEqualTo("That song has already ended.");
    }

    private static String named(Scene scene, String song) {
        return scene.says(scene.alice, "cancel", Map.of("song", song)).content();
    }

    private static SandboxMessage presses(Scene scene, SandboxMember member, Job job) {
        return member.in(scene.general).presses(scene.status(job), "Cancel").awaitResponse(BotRig.SOON);
    }

    private static SandboxMessage forge(Scene scene, Job job, String customId) {
        return scene.alice
                .in(scene.general)
                .pressesForged(scene.status(job), customId)
                .awaitResponse(BotRig.SOON);
    }
}
