package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.audio.AudioInfo;
import dev.earworm.audio.AudioKind;
import dev.earworm.audio.AudioProbe;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.audio.ProbeResult;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Songs as voice messages, through the whole program: what a phone would play is decoded. */
class VoiceJourneyTest {
    private static final Duration LENGTH = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private static final String VOICE = "setting:0000000000000000:1";

    private StagedProvider vendor;
    private FrontDoor bot;

    @BeforeEach
    void open() throws Exception {
        vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), LENGTH), 1);
        bot = FrontDoor.open(folder.resolve("data"), vendor);
        vendor.finishesSongs();
    }

    @AfterEach
    void close() {
        bot.close();
        assertThat(bot.sandbox.unknownRequests()).isEmpty();
    }

    @Test
    void whereTheServerWantsItEverySongIsFollowedByItsVoice() throws Exception {
        bot.alice.isGranted(Permission.MANAGE_GUILD);
        wantsVoices();
        bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));

        bot.eventually(() -> voices().size() == 1);

        SandboxMessage voice = voices().getFirst();
        assertThat(voice.id()).isGreaterThan(bot.tracks().getFirst().id());
        assertThat(voice.content()).isEmpty();
        assertThat(voice.pings().users()).isEmpty();
        assertThat(voice.voice().orElseThrow().duration()).isCloseTo(LENGTH, Duration.ofMillis(100));
        assertThat(voice.voice().orElseThrow().points()).hasSize(256);
        assertThat(info(voice)).satisfies(info -> {
            assertThat(info.kind()).contains(AudioKind.OPUS);
            assertThat(info.channels()).isEqualTo(1);
            assertThat(info.sampleRate()).isEqualTo(48_000);
            assertThat(info.bitRate()).isLessThan(40_000);
            assertThat(info.duration()).isCloseTo(LENGTH, Duration.ofMillis(100));
        });
        bot.eventually(() -> isEmpty(folder.resolve("data/voices")));
    }

    @Test
    void theButtonSendsOneSongAsAVoiceMessageAndNoOther() throws Exception {
        bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
        SandboxMessage track = bot.awaitTrack();
        // A file can be seen in Discord before the bot has written down where it is.
        bot.eventually(() -> bot.untold() == 0);

        SandboxInteraction press = bot.alice.in(bot.general).presses(track, "Send as voice message");

        assertThat(press.awaitResponse(FrontDoor.SOON).content()).startsWith("Here it is as a voice message: ");
        assertThat(voices())
                .singleElement()
                .satisfies(voice -> assertThat(info(voice).duration()).isCloseTo(LENGTH, Duration.ofMillis(100)));
    }

    @Test
    void aCopyThatFailsNeitherFailsNorRepeatsItsSong() {
        bot.alice.isGranted(Permission.MANAGE_GUILD);
        wantsVoices();
        bot.sandbox.faults().next(1, "GET /channels/*/messages/*", new Fault.Status(500));
        SandboxInteraction asked = bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));

        bot.eventually(() -> asked.response().content().startsWith("Your song is done"));
        bot.run(bot.alice, "song", Map.of("prompt", "a wild river"));
        bot.eventually(() -> voices().size() == 1);

        assertThat(bot.tracks().stream().filter(message -> !message.isVoiceMessage()))
                .hasSize(2);
        assertThat(vendor.submits).hasSize(2);
    }

    private void wantsVoices() {
        SandboxInteraction command = bot.reads(bot.alice, "admin settings", Map.of(), "each comes as a file");
        bot.alice.in(bot.general).selects(command.response(), "settings_page:0000000000000000", "sending");
        bot.eventually(() -> command.response().componentJson().toString().contains(VOICE));
        bot.alice.in(bot.general).selects(command.response(), VOICE, "on");
        bot.eventually(() -> command.response().content().contains("once more as a voice message"));
    }

    private List<SandboxMessage> voices() {
        return bot.general.messages().stream()
                .filter(SandboxMessage::isVoiceMessage)
                .toList();
    }

    private static boolean isEmpty(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AudioInfo info(SandboxMessage message) throws Exception {
        Path file = folder.resolve("heard");
        try (InputStream sound = message.files().getFirst().open()) {
            Files.copy(sound, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Ffmpeg ffmpeg = Ffmpeg.unpackedUnder(folder.resolve("data/ffmpeg"));
        return ((ProbeResult.Probed) new AudioProbe(ffmpeg).probe(file)).info();
    }
}
