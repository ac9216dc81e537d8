package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.storage.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What those who manage a server have of the whole program: alice does, bob does not. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class AdminJourneyTest {
    @Parameter
    private Engine engine;

    @TempDir
    private Path folder;

    private StagedProvider vendor;
    private FrontDoor bot;
    private SandboxChannel log;

    @BeforeEach
    void open() throws Exception {
        vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(30)), 1);
        Path data = Files.createDirectory(folder.resolve("data"));
        bot = FrontDoor.notYetOpen(engine, data, vendor);
        bot.alice.isGranted(Permission.MANAGE_GUILD);
        log = bot.home.channel("log");
        bot.logsIn(log);
    }

    @AfterEach
    void close() {
        bot.close();
        assertThat(bot.sandbox.unknownRequests()).isEmpty();
    }

    @Test
    void theDoctorKnowsTheProgramItRunsIn() {
        SandboxInteraction asked = bot.reads(bot.alice, "admin doctor", Map.of(), "I can do my work here.");

        assertThat(asked.response().content())
                .contains("OK: Discord offers my commands as they are.")
                .contains("OK: the database answers.")
                .contains("OK: I write into the log channel, <#%d>.".formatted(log.id()))
                .contains("OK: " + vendor.name() + " works.")
                .contains("OK: there is room on the disk.");
    }

    @Test
    void aSongIsALineInTheLogChannelOnceAlsoAfterARestart() throws Exception {
        bot.run(bot.bob, "song", Map.of("prompt", "a calm river"));
        vendor.finishesSongs();
        SandboxMessage track = bot.awaitTrack();
        bot.eventually(() -> !log.messages().isEmpty());

        bot.stop();
        bot.start(PowerSwitch.never());
        bot.run(bot.bob, "song", Map.of("prompt", "a wild river"));
        bot.eventually(() -> lines().stream().anyMatch(line -> line.contains("a wild river")));

        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst())
                .startsWith("<@%d> has a new song: https://discord.com/channels/%d/%d/%d\nThe staged band · 0:30"
                        .formatted(bot.bob.id(), bot.home.id(), bot.general.id(), track.id()))
                .endsWith("“a calm river”");
    }

    @Test
    void aSongThatIsCalledBackWhileItWaitsIsALine() {
        bot.reads(bot.bob, "song", Map.of("prompt", "a calm river"), "in the works");
        SandboxInteraction waiting = bot.reads(bot.bob, "song", Map.of("prompt", "a wild river"), "in the works");

        bot.bob.in(bot.general).presses(waiting.response(), "Cancel");

        bot.eventually(() -> lines().stream()
                .anyMatch(line -> line.startsWith("<@%d> called a song back.".formatted(bot.bob.id()))));
    }

    @Test
    void wordsThatAreNotAllowedReachNoProviderAndNoQuota() throws Exception {
        SandboxMessage panel = bot.reads(bot.alice, "admin words", Map.of(), "every word is allowed")
                .response();
        bot.alice
                .in(bot.general)
                .submits(bot.alice.in(bot.general).presses(panel, "Edit the list"), Map.of("words", "rap"));
        bot.eventually(() -> !lines().isEmpty());

        bot.reads(bot.bob, "song", Map.of("prompt", "a rap"), "The admins of this server do not allow");

        assertThat(bot.songs()).isZero();
        assertThat(lines()).hasSize(1);
    }

    private List<String> lines() {
        return log.messages().stream().map(SandboxMessage::content).toList();
    }
}
