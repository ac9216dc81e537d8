package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Job;
import dev.earworm.sandbox.InteractionAnswer;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aMemberAsksForASongAndReadsWhatBecomesOfIt() throws Exception {
        try (BotRig rig = BotRig.start(folder)) {
            SandboxInteraction run = rig.run(rig.alice, "song", Map.of("prompt", "a calm river", "length", 60));
            SandboxMessage status = run.awaitResponse(BotRig.SOON);

            assertThat(run.answer()).contains(InteractionAnswer.DEFERRED_MESSAGE);
            assertThat(status.content())
                    .startsWith("Your song is in the works: “a calm river”\nGrand Studio · 1:00 · ready <t:")
                    .endsWith(":R>\n2 songs left today.");
            assertThat(status.isEphemeral()).isFalse();
            assertThat(status.button("Cancel").isDisabled()).isFalse();
            Job job = rig.newestWithStatus();
            assertThat(job.statusMessage().orElseThrow().value()).isEqualTo(status.id());
            assertThat(job.request().seed()).isPresent();
            assertThat(job.destination().uploadLimit()).isEqualTo(rig.home.uploadLimit());
            assertThat(job.destination().interaction().orElseThrow().expiresAt())
                    .isBetween(
                            Instant.now().plus(Duration.ofMinutes(14)),
                            Instant.now().plus(Duration.ofMinutes(15)));
            assertThat(rig.sandbox.unknownRequests()).isEmpty();
        }
    }
}
