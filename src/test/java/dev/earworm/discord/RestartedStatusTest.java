package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Acceptance;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Destination.InteractionToken;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.SongOrder;
import dev.earworm.jobs.Visibility;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.http.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A status message whose process died goes on truthfully in the next one. */
class RestartedStatusTest {
    private BotRig rig;
    private Scene scene;

    @BeforeEach
    void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
        scene = rig.scene();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void theStatusOfASongThatIsUnderWayGoesOn() throws Exception {
        Job job = scene.rendering(scene.asks(scene.alice, "a calm river"));

        carryOn(rig.restarted(), job);

        scene.statusBecomes(job, "Your song is being made: “a calm river”");
        rig.clock.isAhead(Duration.ofMinutes(2));
        scene.statusBecomes(job, "It takes longer than usual");
    }

    @Test
    void theBarGoesOnFromWhereItWas() throws Exception {
        Job job = scene.rendering(scene.asks(scene.alice, "a calm river"));
        scene.statusBecomes(job, "being made");
        rig.progress.heard(job.id(), 72);
        scene.statusBecomes(job, "▰▰▰▰▰▰▰▱▱▱ 70 %");

        DiscordConnection anew = rig.restarted();
        long edits = edits();
        rig.clock.isAhead(Duration.ofSeconds(30));
        carryOn(anew, job);

        rig.eventually(() -> edits() > edits);
        // By the time that such songs take, it would be at 50.
        assertThat(scene.status(job).content()).contains("▰▰▰▰▰▰▰▱▱▱ 70 %");
        rig.clock.isAhead(Duration.ofSeconds(50));
        scene.statusBecomes(job, "▰▰▰▰▰▰▰▰▱▱ 80 %");
    }

    @Test
    void aSongThatWasAcceptedWhileItsMemberStillReadsThinkingGetsItsStatus() throws Exception {
        rig.sandbox.faults().next(100, "PATCH /webhooks/*/*/messages/*", new Fault.ConnectionReset());
        SandboxInteraction asked = scene.alice.in(scene.general).runs("song", Map.of("prompt", "a calm river"));
        rig.eventually(() -> !scene.unfinished().isEmpty());
        Job job = scene.unfinished().getLast();
        DiscordConnection anew = rig.restarted();
        assertThat(asked.response().isLoading()).isTrue();
        rig.sandbox.faults().clear();

        carryOn(anew, job);

        rig.eventually(() -> asked.response().content().startsWith("Your song is in the works: “a calm river”"));
        assertThat(asked.response().buttons()).hasSize(1);
        assertThat(scene.find(job).statusMessage())
                .contains(new MessageId(asked.response().id()));
    }

    @Test
    void aStatusThatWasPostedButNotNotedIsFound() throws Exception {
        rig.sandbox.faults().next(100, "PATCH /webhooks/*/*/messages/*", new Fault.LostReply());
        SandboxInteraction asked = scene.alice.in(scene.general).runs("song", Map.of("prompt", "a calm river"));
        rig.eventually(() -> !asked.response().isLoading());
        Job job = scene.unfinished().getLast();
        DiscordConnection anew = rig.restarted();
        rig.sandbox.faults().clear();
        assertThat(scene.find(job).statusMessage()).isEmpty();

        rig.database.jobs().promote(job.id(), 10, Instant.now());
        carryOn(anew, job);

        rig.eventually(() -> asked.response().content().startsWith("Your song is being made: “a calm river”"));
    }

    @Test
    void anAnswerThatIsNoStatusIsLeftAlone() throws Exception {
        SandboxInteraction asked = scene.alice.in(scene.general).runs("quota");
        String quota = asked.awaitResponse(BotRig.SOON).content();
        Job job = accepted(asked.interactionToken());

        carryOn(rig.restarted(), job);

        rig.eventually(() -> rig.sandbox.requests().stream()
                .anyMatch(request ->
                        request.method().equals("GET") && request.path().endsWith("/messages/@original")));
        assertThat(asked.response().content()).isEqualTo(quota);
        assertThat(scene.find(job).statusMessage()).isEmpty();
    }

    private Job accepted(String interactionToken) {
        Destination destination = new Destination(
                new ChannelId(scene.general.id()),
                Visibility.PUBLIC,
                Optional.of(new InteractionToken(interactionToken, Instant.now().plusSeconds(900))),
                1_000_000,
                Locale.ENGLISH);
        SongOrder order = new SongOrder(
                scene.account(scene.alice),
                destination,
                JobFixtures.request(Catalogue.GRAND.id(), "a calm river", Duration.ofSeconds(30)));
        return ((Acceptance.Accepted) rig.songs.accept(order)).job();
    }

    private long edits() {
        return rig.sandbox.requests().stream()
                .filter(request -> request.method().equals("PATCH"))
                .count();
    }

    private void carryOn(DiscordConnection anew, Job job) {
        anew.statusBoard().changed(scene.find(job));
    }
}
