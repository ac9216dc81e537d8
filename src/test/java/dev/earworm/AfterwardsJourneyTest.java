package dev.earworm;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.audio.AudioInfo;
import dev.earworm.audio.AudioProbe;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.audio.ProbeResult;
import dev.earworm.providers.synth.SynthConfig;
import dev.earworm.providers.synth.SynthProvider;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a member has made of a finished song, through the whole program and by the composer that everybody has. */
class AfterwardsJourneyTest {
    @TempDir
    private Path folder;

    private FrontDoor bot;

    @BeforeEach
    void open() throws Exception {
        bot = FrontDoor.open(folder.resolve("data"), new SynthProvider(SynthConfig.builtIn()));
    }

    @AfterEach
    void close() {
        bot.close();
        assertThat(bot.sandbox.unknownRequests()).isEmpty();
    }

    @Test
    void aSongIsTakenApartIntoFilesThatPlay() throws Exception {
        SandboxMessage track = song();

        SandboxInteraction question = bot.alice.in(bot.general).presses(track, "Stems");
        bot.alice.in(bot.general).presses(question.awaitResponse(FrontDoor.SOON), "Six stems");

        bot.eventually(() -> bot.tracks().size() == 2 && bot.untold() == 0);
        SandboxMessage stems = bot.tracks().getLast();
        assertThat(stems.content())
                .isEqualTo(bot.alice.mention() + " The stems of **lo-fi piano with light rain** are ready.");
        assertThat(stems.files())
                .extracting(SandboxFile::name)
                .contains(
                        "lo-fi-piano-with-light-rain-melody.mp3",
                        "lo-fi-piano-with-light-rain-drums.mp3",
                        "lo-fi-piano-with-light-rain-ambience.mp3")
                .hasSizeLessThanOrEqualTo(6);
        for (SandboxFile file : stems.files()) {
            assertThat(length(file)).isBetween(Duration.ofMillis(9_900), Duration.ofMillis(10_200));
        }
        assertThat(bot.ledgerAfterStop(bot.alice)).isEqualTo(used(2, 20, 0));
        assertThat(folder.resolve("data/songs")).isEmptyDirectory();
    }

    @Test
    void aSongIsMadeLongerAndTheLongerOneLongerStill() throws Exception {
        extend(song(), 2, Duration.ofSeconds(18));
        extend(bot.tracks().getLast(), 3, Duration.ofSeconds(26));

        assertThat(bot.tracks().getLast().embeds().getFirst().title())
                .isEqualTo("lo-fi piano with light rain \\(extended\\)");
        assertThat(bot.ledgerAfterStop(bot.alice)).isEqualTo(used(3, 54, 0));
    }

    @Test
    void aSongWhoseMessageIsGoneIsNotTakenApart() {
        SandboxMessage track = song();
        SandboxInteraction question = bot.alice.in(bot.general).presses(track, "Stems");
        SandboxMessage asked = question.awaitResponse(FrontDoor.SOON);
        bot.home.owner().in(bot.general).deletes(track);

        bot.alice.in(bot.general).presses(asked, "Two stems");

        assertThat(bot.awaitNews(bot.alice).content())
                .isEqualTo(bot.alice.mention()
                        + " The stems of “lo-fi piano with light rain” could not be made.\nThe song could not be fetched from"
                        + " where it was posted. Its message may have been deleted, or the bot may not read it any more."
                        + " They do not count against your quota.");
        assertThat(bot.ledgerAfterStop(bot.alice)).isEqualTo(used(1, 10, 0));
    }

    private SandboxMessage song() {
        bot.run(bot.alice, "song", Map.of("prompt", "lo-fi piano with light rain", "length", 10));
        SandboxMessage track = bot.awaitTrack();
        bot.eventually(() -> bot.untold() == 0);
        return track;
    }

    private void extend(SandboxMessage track, int tracks, Duration expected) throws Exception {
        SandboxInteraction form = bot.alice.in(bot.general).presses(track, "Extend");
        bot.alice.in(bot.general).submits(form, Map.of("more", "8"));
        bot.eventually(() -> bot.tracks().size() == tracks && bot.untold() == 0);
        assertThat(length(bot.tracks().getLast().files().getFirst()))
                .isBetween(expected.minusMillis(100), expected.plusMillis(200));
    }

    private Duration length(SandboxFile file) throws Exception {
        Path copy = folder.resolve(file.name());
        try (InputStream bytes = file.open()) {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        AudioProbe probe = new AudioProbe(Ffmpeg.unpackedUnder(Path.of("target", "ffmpeg")));
        return probe.probe(copy) instanceof ProbeResult.Probed(AudioInfo info) ? info.duration() : Duration.ZERO;
    }
}
