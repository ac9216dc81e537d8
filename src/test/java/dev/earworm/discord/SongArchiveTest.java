package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Publication.Published;
import dev.earworm.jobs.SongArchive.Retrieval;
import dev.earworm.jobs.SongArchive.Retrieval.Gone;
import dev.earworm.jobs.SongArchive.Retrieval.Retrieved;
import dev.earworm.jobs.SongArchive.Retrieval.Unreachable;
import dev.earworm.jobs.TrackPictures;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongArchiveTest {
    private static BotRig rig;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path data) throws InterruptedException {
        rig = BotRig.loggedIn(data);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @AfterEach
    void calmDown() {
        rig.sandbox.faults().clear();
    }

    @Test
    void aSongComesBackFromItsChannelWithTheNameItWasPostedUnder() throws Exception {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a calm river"));

        assertThat(retrieve(job)).isEqualTo(new Retrieved("a-calm-river.mp3"));
        assertThat(target()).hasSize(1000);
    }

    @Test
    void thePicturesBesideItAreNotTakenForTheSong() throws Exception {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        TrackPictures pictures = new TrackPictures(
                Files.write(folder.resolve("one"), new byte[] {1, 2}),
                Files.write(folder.resolve("two"), new byte[] {3}),
                0x336699);
        Published published =
                (Published) rig.publisher().publish(job, rig.track(1000).withPictures(pictures));

        assertThat(retrieve(scene.delivered(job, published.at()))).isEqualTo(new Retrieved("a-calm-river.mp3"));
        assertThat(target()).hasSize(1000);
    }

    @Test
    void aPrivateSongComesBackFromTheDirectMessages() throws Exception {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a secret", "private", true));

        assertThat(scene.alice.directMessages()).isNotEmpty();
        assertThat(retrieve(job)).isEqualTo(new Retrieved("a-calm-river.mp3"));
    }

    @Test
    void aMessageThatWasDeletedIsGone() throws Exception {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a calm river"));
        SandboxMessage posted = scene.general.messages().getLast();
        scene.guild.owner().in(scene.general).deletes(posted);

        assertThat(retrieve(job))
                .isInstanceOfSatisfying(
                        Gone.class, gone -> assertThat(gone.detail()).contains("10008"));
    }

    @Test
    void aChannelThatWasDeletedTookTheSongWithIt() throws Exception {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a calm river"));
        scene.guild.removeChannel(scene.general);

        rig.eventually(
                () -> rig.connection.shards.connected().orElseThrow().getTextChannelById(scene.general.id()) == null);
        assertThat(retrieve(job)).isInstanceOf(Gone.class);
    }

    @Test
    void withoutTheRightToReadWhatWasPostedBeforeTheSongIsGone() throws Exception {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a calm river"));
        scene.general.deny(scene.guild.botRole(), Permission.READ_MESSAGE_HISTORY);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_HISTORY);

        assertThat(retrieve(job))
                .isInstanceOfSatisfying(
                        Gone.class, gone -> assertThat(gone.detail()).contains("MESSAGE_HISTORY"));
    }

    @Test
    void aMessageWhoseFilesWereTakenAwayHasNoSongAnyMore() throws Exception {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        long status = job.statusMessage().orElseThrow().value();

        assertThat(retrieve(scene.delivered(job, new MessageId(status)))).isInstanceOf(Gone.class);
    }

    @Test
    void discordBeingUnwellIsToBeTriedAgain() throws Exception {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a calm river"));
        rig.sandbox.faults().next(1, "GET /channels/*/messages/*", new Fault.Status(500));

        assertThat(retrieve(job)).isInstanceOf(Unreachable.class);
        assertThat(retrieve(job)).isInstanceOf(Retrieved.class);
    }

    @Test
    void aSongThatNobodyKnowsThePlaceOfIsGone() throws Exception {
        Scene scene = rig.scene();

        assertThat(retrieve(scene.rendered(scene.asks(scene.alice, "a calm river"))))
                .isInstanceOf(Gone.class);
    }

    @Test
    void beforeTheBotIsConnectedASongIsToBeTriedLater() throws Exception {
        Scene scene = rig.scene();
        Job job = scene.delivered(
                scene.rendered(scene.asks(scene.alice, "a calm river")),
                new PostedAt(new ChannelId(scene.general.id()), new MessageId(1)));
        try (BotRig early = new BotRig(folder)) {
            assertThat(early.archive().retrieve(job, target())).isInstanceOf(Unreachable.class);
        }
    }

    private static Job delivered(Scene scene, Map<String, ?> options) throws IOException {
        Job job = scene.rendered(scene.asks(scene.alice, options));
        Published published = (Published) rig.publisher().publish(job, rig.track(1000));
        return scene.delivered(job, published.at());
    }

    private Retrieval retrieve(Job job) throws InterruptedException {
        return rig.archive().retrieve(job, target());
    }

    private Path target() {
        return folder.resolve("song");
    }
}
