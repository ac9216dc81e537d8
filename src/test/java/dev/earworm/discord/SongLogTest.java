package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.discord.delivery.GuildLog;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.quota.GuildId;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the admins of a guild read of each song. */
class SongLogTest {
    private static BotRig rig;
    private static GuildLog guildLog;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
        guildLog = rig.connection.guildLog(rig.database.settings());
    }

    @AfterAll
    static void stop() {
        guildLog.close();
        rig.close();
    }

    @Test
    void aSongThatWasPostedIsALineWithItsPlaceItsWordsAndWhatIsKnownOfIt() throws IOException {
        Scene scene = rig.scene();
        SandboxChannel log = logged(scene);
        Job job = rig.delivered(scene, Map.of("prompt", "a *calm* river", "length", 77));

        tell(job);

        assertThat(awaitLine(log)).isEqualTo("""
                <@%d> has a new song: https://discord.com/channels/%d/%d/%d
                Grand Studio · 1:17
                “a \\*calm\\* river”""".formatted(
                        scene.alice.id(),
                        scene.guild.id(),
                        scene.general.id(),
                        job.trackMessage().orElseThrow().message().value()));
        assertThat(log.messages().getFirst().pings().users()).isEmpty();
    }

    @Test
    void aPrivateSongIsThereAndItsWordsAreNot() throws IOException {
        Scene scene = rig.scene();
        SandboxChannel log = logged(scene);
        Job job = rig.delivered(scene, Map.of("prompt", "a secret", "private", true));

        tell(job);

        assertThat(awaitLine(log))
                .isEqualTo(
                        "<@%d> has a new song: for themselves alone\nGrand Studio · 0:30".formatted(scene.alice.id()));
    }

    @Test
    void aSongThatFailedIsALineOnceItsMemberKnows() {
        Scene scene = rig.scene();
        SandboxChannel log = logged(scene);
        Job failed = scene.fails(scene.asks(scene.alice, "a calm river"), Refusal.because(Reason.TOO_SLOW));
        tell(failed);
        assertThat(log.messages()).isEmpty();
        rig.database.jobs().told(failed.id());

        tell(scene.find(failed));

        assertThat(awaitLine(log)).isEqualTo("""
                <@%d> got no song. “The provider did not finish in time. Please try again.”
                Grand Studio · 0:30
                “a calm river”""".formatted(scene.alice.id()));
    }

    @Test
    void aSongThatWasCalledBackIsALine() {
        Scene scene = rig.scene();
        SandboxChannel log = logged(scene);
        Job job = scene.asks(scene.alice, "a calm river");
        rig.songs.cancel(job.id(), job.account());

        tell(scene.find(job));

        assertThat(awaitLine(log))
                .isEqualTo(
                        "<@%d> called a song back.\nGrand Studio · 0:30\n“a calm river”".formatted(scene.alice.id()));
    }

    @Test
    void aKeptSongIsALine() {
        Scene scene = rig.scene();
        SandboxChannel log = logged(scene);
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        rig.database.jobs().kept(job.id(), Instant.now().plus(Duration.ofDays(30)), Instant.now());
        rig.database.jobs().told(job.id());

        tell(scene.find(job));

        assertThat(awaitLine(log))
                .startsWith("<@%d> has a new song: it could not be posted, and waits in their /library\n"
                        .formatted(scene.alice.id()));
    }

    @Test
    void aLineIsPostedOnceAlsoAfterARestart() throws IOException {
        Scene scene = rig.scene();
        SandboxChannel log = logged(scene);
        Job first = rig.delivered(scene, Map.of("prompt", "a calm river"));
        tell(first);
        awaitLine(log);

        tell(first);
        try (GuildLog anew = rig.connection.guildLog(rig.database.settings())) {
            listener(anew).changed(first);
            Job second = rig.delivered(scene, Map.of("prompt", "a wild river"));
            listener(anew).changed(second);
            rig.eventually(() -> lines(log).stream().anyMatch(line -> line.contains("wild")));
        }

        assertThat(lines(log)).hasSize(2);
    }

    @Test
    void aSongInTheWorksIsNoLine() throws IOException {
        Scene scene = rig.scene();
        SandboxChannel log = logged(scene);
        Job job = rig.delivered(scene, Map.of("prompt", "a calm river"));
        tell(scene.asks(scene.bob, "another river"));
        tell(job);
        awaitLine(log);

        assertThat(lines(log)).hasSize(1);
    }

    @Test
    void whereThereIsNoLogChannelNothingIsPostedAndTheSongIsFine() throws IOException {
        Scene scene = rig.scene();
        Job job = rig.delivered(scene, Map.of("prompt", "a calm river"));

        tell(job);
        SandboxChannel log = logged(scene);
        tell(rig.delivered(scene, Map.of("prompt", "a wild river")));

        assertThat(awaitLine(log)).contains("a wild river");
        assertThat(lines(log)).hasSize(1);
        assertThat(scene.general.messages())
                .noneMatch(message -> message.content().contains("has a new song"));
    }

    @Test
    void aLogChannelThatTakesNoLineHarmsNobody() throws IOException {
        Scene scene = rig.scene();
        SandboxChannel log = logged(scene);
        log.deny(scene.guild.botRole(), Permission.SEND_MESSAGES);
        rig.awaitLoss(log, net.dv8tion.jda.api.Permission.MESSAGE_SEND);
        Job job = rig.delivered(scene, Map.of("prompt", "a calm river"));

        tell(job);

        assertThat(scene.find(job).trackMessage()).isPresent();
        assertThat(log.messages()).isEmpty();
    }

    private static SandboxChannel logged(Scene scene) {
        SandboxChannel log = scene.guild.channel("log");
        rig.database
                .settings()
                .change(new GuildId(scene.guild.id()), before -> before.withLog(Optional.of(new ChannelId(log.id()))));
        return log;
    }

    private static void tell(Job job) {
        listener(guildLog).changed(job);
    }

    private static JobListener listener(GuildLog log) {
        return rig.connection.songLog(rig.database.loggedSongs(), rig.database.settings(), log);
    }

    private static String awaitLine(SandboxChannel log) {
        rig.eventually(() -> !log.messages().isEmpty());
        return lines(log).getFirst();
    }

    private static List<String> lines(SandboxChannel log) {
        return log.messages().stream().map(SandboxMessage::content).toList();
    }
}
