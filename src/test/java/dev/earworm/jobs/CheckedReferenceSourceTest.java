package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.Wav;
import dev.earworm.audio.AudioProbe;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.jobs.CheckedReferenceSource.Download;
import dev.earworm.jobs.ReferenceSource.Outcome;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.Reference;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.ReferenceRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedReferenceSourceTest {
    private static final Reference CLAIMED =
            new Reference(URI.create("https://cdn.example/hum.mp3"), "hum.mp3", 1, "audio/mpeg");
    private static final ReferenceRule RULE = new ReferenceRule(
            Duration.ofSeconds(3), Duration.ofSeconds(5), 1_000_000, Set.of(AudioFormat.WAV, AudioFormat.MP3));

    private static Ffmpeg ffmpeg;
    private static AudioProbe probe;

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        ffmpeg = Ffmpeg.unpackedUnder(Path.of("target", "ffmpeg"));
        probe = new AudioProbe(ffmpeg);
    }

    @Test
    void whatASoundIsCountsAndNotWhatItIsCalled() throws Exception {
        Outcome.Fetched fetched = (Outcome.Fetched) fetch(bringing(tone(4)), RULE);

        assertThat(fetched.audio())
                .isEqualTo(new ReferenceAudio(
                        CLAIMED.url(),
                        folder.resolve("reference"),
                        AudioFormat.WAV,
                        fetched.audio().length()));
        assertThat(fetched.audio().length()).isBetween(Duration.ofMillis(3_950), Duration.ofMillis(4_050));
    }

    @Test
    void aSoundThatIsTooShortOrTooLongDoesNotFit() throws Exception {
        OptionProblem problem = new OptionProblem.ReferenceLengthOutOfRange(RULE.minimum(), RULE.maximum());

        assertThat(fetch(bringing(tone(2)), RULE)).isEqualTo(new Outcome.Unfit(List.of(problem)));
        assertThat(fetch(bringing(tone(6)), RULE)).isEqualTo(new Outcome.Unfit(List.of(problem)));
    }

    @Test
    void aKindThatTheVendorCannotReadDoesNotFit() throws Exception {
        ReferenceRule mp3 = new ReferenceRule(RULE.minimum(), RULE.maximum(), RULE.maxBytes(), Set.of(AudioFormat.MP3));

        assertThat(fetch(bringing(tone(4)), mp3))
                .isEqualTo(new Outcome.Unfit(List.of(new OptionProblem.ReferenceUnreadable(Set.of(AudioFormat.MP3)))));
    }

    @Test
    void whatIsNoSoundDoesNotFit() throws Exception {
        assertThat(fetch(bringing("<html>nothing to hear</html>".getBytes(StandardCharsets.UTF_8)), RULE))
                .isEqualTo(new Outcome.Unfit(List.of(new OptionProblem.ReferenceUnreadable(RULE.formats()))));
    }

    @Test
    void moreBytesThanTheVendorTakesAreNotEvenLookedInto() throws Exception {
        ReferenceRule small = new ReferenceRule(RULE.minimum(), RULE.maximum(), 1_000, RULE.formats());
        byte[] tone = tone(4);

        assertThat(fetch(bringing(tone), small))
                .isEqualTo(new Outcome.Unfit(List.of(new OptionProblem.ReferenceTooLarge(1_000, tone.length))));
    }

    @Test
    void whatTakesTooLongToReadDoesNotFitAndIsNotTakenForABrokenMachine() throws Exception {
        AudioProbe hasty = new AudioProbe(ffmpeg, Duration.ofMillis(1));

        assertThat(new CheckedReferenceSource(bringing(tone(4)), hasty)
                        .fetch(CLAIMED, RULE, folder.resolve("reference")))
                .isEqualTo(new Outcome.Unfit(List.of(new OptionProblem.ReferenceUnreadable(RULE.formats()))));
    }

    @Test
    void whatDoesNotComeIsSaidAsItIs() throws Exception {
        assertThat(fetch((_, _, _) -> Optional.of(new Outcome.Gone("HTTP 404")), RULE))
                .isEqualTo(new Outcome.Gone("HTTP 404"));
    }

    private Outcome fetch(Download download, ReferenceRule rule) throws InterruptedException {
        return new CheckedReferenceSource(download, probe).fetch(CLAIMED, rule, folder.resolve("reference"));
    }

    private byte[] tone(int seconds) throws IOException {
        return Files.readAllBytes(Wav.tone(folder.resolve("tone.wav"), Duration.ofSeconds(seconds)));
    }

    private static Download bringing(byte[] bytes) {
        return (_, _, target) -> {
            try {
                Files.write(target, bytes);
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
