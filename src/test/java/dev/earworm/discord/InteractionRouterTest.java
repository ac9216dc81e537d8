package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.sandbox.InteractionAnswer;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InteractionRouterTest {
    @TempDir
    private Path folder;

    @Test
    void aCommandThatBreaksIsAnsweredAllTheSameWithANameToFindItBy() throws Exception {
        try (BotRig rig = BotRig.loggedIn(folder)) {
            Scene scene = rig.scene();
            rig.database.close();

            SandboxInteraction run = scene.alice.in(scene.general).runs("quota");
            SandboxMessage answer = run.awaitResponse(BotRig.SOON);

            assertThat(answer.content())
                    .isEqualTo("Something went wrong inside the bot. If you tell whoever runs it, name `%d`."
                            .formatted(run.id()));
            assertThat(scene.alice.in(scene.general).completes("cancel", "song", "x"))
                    .isEmpty();
        }
    }

    @Test
    void aButtonThatBreaksIsAnsweredToo() throws Exception {
        try (BotRig rig = BotRig.loggedIn(folder)) {
            Scene scene = rig.scene();
            SandboxMessage status = scene.status(scene.asks(scene.alice, "a calm river"));
            rig.database.close();

            SandboxMessage answer =
                    scene.alice.in(scene.general).presses(status, "Cancel").awaitResponse(BotRig.SOON);

            assertThat(answer.content()).startsWith("Something went wrong inside the bot.");
            assertThat(answer.isEphemeral()).isTrue();
        }
    }

    @Test
    void aSongWhoseCommandDiscordGaveToNobodyIsNotOrdered() throws Exception {
        try (BotRig rig = BotRig.loggedIn(folder)) {
            Scene scene = rig.scene();
            rig.sandbox.faults().next(1, "POST /interactions/*/*/callback", new Fault.Status(500));

            scene.alice.in(scene.general).sends("song", Map.of("prompt", "never ordered"));
            rig.eventually(() -> rig.sandbox.requests().stream().anyMatch(request -> request.status() == 500));
            scene.asks(scene.bob, "a calm river");

            assertThat(scene.unfinished())
                    .extracting(job -> job.request().prompt())
                    .containsExactly("a calm river");
        }
    }

    /** Whoever reads an apology asks again, and pays for two songs. */
    @Test
    void whoseSongIsAcceptedReadsNoApologyBecauseDiscordIsUnwell() throws Exception {
        try (BotRig rig = BotRig.loggedIn(folder)) {
            Scene scene = rig.scene();
            rig.sandbox.faults().next(1, "PATCH /webhooks/*/*/messages/*", new Fault.Status(500));

            SandboxInteraction song = scene.alice.in(scene.general).runs("song", Map.of("prompt", "a calm river"));
            rig.eventually(() -> scene.unfinished().size() == 1
                    && rig.sandbox.requests().stream().anyMatch(request -> request.status() == 500));
            scene.alice.in(scene.general).runs("quota").awaitResponse(BotRig.SOON);

            assertThat(song.followUps()).isEmpty();
        }
    }

    @Test
    void theAcknowledgementDoesNotWaitForTheDatabase() throws Exception {
        try (BotRig rig = BotRig.loggedIn(folder)) {
            Scene scene = rig.scene();
            rig.database.transactions().inOne(() -> {
                // The only connection is taken as long as this runs.
                SandboxInteraction run = scene.alice.in(scene.general).runs("song", Map.of("prompt", "a calm river"));
                assertThat(run.answer()).contains(InteractionAnswer.DEFERRED_MESSAGE);
                assertThat(run.response().isLoading()).isTrue();
            });

            rig.eventually(() -> scene.unfinished().stream()
                    .anyMatch(job -> job.statusMessage().isPresent()));
        }
    }
}
