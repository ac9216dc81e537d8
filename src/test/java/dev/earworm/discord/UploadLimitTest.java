package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned where Discord names a limit for files and then refuses a smaller one. */
class UploadLimitTest {
    private static final long MEBIBYTE = 1024 * 1024;

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
    void aMemberWhoPaysForLargerFilesTeachesWhatTheServerTakes() throws IOException {
        Scene scene = rig.scene();
        scene.alice.paysForUploadsOf(50 * MEBIBYTE);
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        assertThat(job.destination().uploadLimit()).isEqualTo(50 * MEBIBYTE);

        Publication publication = rig.publisher().publish(job, rig.track((int) (11 * MEBIBYTE)));

        assertThat(publication).isEqualTo(new Publication.TooLarge(10 * MEBIBYTE));
        assertThat(scene.asks(scene.alice, "a wild river").destination().uploadLimit())
                .isEqualTo(10 * MEBIBYTE);
    }

    @Test
    void anotherLimitThatDiscordNamesCountsAtOnce() throws IOException {
        Scene scene = rig.scene();
        teach(scene);

        scene.guild.setUploadLimit(100 * MEBIBYTE);

        assertThat(scene.asks(scene.alice, "a wild river").destination().uploadLimit())
                .isEqualTo(100 * MEBIBYTE);
    }

    @Test
    void whatOneServerTeachesHoldsForNoOtherAndNotForDirectMessages() throws IOException {
        Scene scene = rig.scene();
        teach(scene);
        Scene other = rig.scene();
        other.alice.paysForUploadsOf(50 * MEBIBYTE);

        assertThat(other.asks(other.alice, "a wild river").destination().uploadLimit())
                .isEqualTo(50 * MEBIBYTE);
        assertThat(scene.asks(scene.alice, Map.of("prompt", "a secret", "private", true))
                        .destination()
                        .uploadLimit())
                .isEqualTo(50 * MEBIBYTE);
    }

    /** That the channels of this server take less than its member may send. */
    private static void teach(Scene scene) throws IOException {
        scene.alice.paysForUploadsOf(50 * MEBIBYTE);
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        rig.publisher().publish(job, rig.track((int) (11 * MEBIBYTE)));
    }
}
