package dev.earworm.providers.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.sun.media.sound.EmergencySoundbank;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import dev.earworm.providers.synth.sound.RecordedWav;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynthProviderTest {
    private static final SynthProvider PROVIDER = new SynthProvider(SynthConfig.builtIn());
    private static final JobId JOB = new JobId("0123456789abcdef");

    @TempDir
    Path folder;

    @Test
    void saysWhatItIsAndWhatItCannotDo() {
        MusicModel model = PROVIDER.models().getFirst();

        assertThat(PROVIDER.name()).isEqualTo("synth");
        assertThat(model.id()).hasToString("synth/composer");
        assertThat(model.title()).contains("not AI").contains("instrumental");
        assertThat(model.features())
                .containsExactlyInAnyOrder(
                        Feature.LENGTH,
                        Feature.SEED,
                        Feature.INSTRUMENTAL,
                        Feature.PLAN,
                        Feature.EXTEND,
                        Feature.STEMS);
        assertThat(RequestPolicy.problems(request("jazz", 30, 1), model)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 61, 300})
    void theFileIsExactlyAsLongAsAsked(int seconds) throws IOException {
        RecordedWav wav = compose("solo piano", seconds, 1);

        assertThat(wav.frames()).isEqualTo(seconds * 44_100L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lo-fi piano with light rain",
                "heavy metal",
                "ambient",
                "techno 130 bpm",
                "solo violin",
                "lullaby",
                "drums only",
                "trap",
            })
    void everyKindOfMusicIsLoudEnoughNeverClipsAndEndsInSilence(String prompt) throws IOException {
        RecordedWav wav = compose(prompt, 20, 7);

        assertThat(wav.loudness()).isBetween(-16.0, -14.0);
        assertThat(wav.peakDecibels()).isLessThanOrEqualTo(-1);
        assertThat(wav.loudestBetween(0, 1.5)).isGreaterThan(0.01);
        assertThat(wav.loudestBetween(19.95, 20)).isLessThan(0.02);
        assertThat(wav.lastFrame()).isEqualTo(0);
    }

    @Test
    void theSameSeedGivesTheSameBytesFromAnyProvider() throws IOException {
        Path first = file("house with piano", 10, 3);
        Path second = folder.resolve("second.wav");

        new SynthProvider(SynthConfig.builtIn())
                .compose(Commission.of(JOB, request("house with piano", 10, 3)), second);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void anotherSeedPromptOrLengthGivesOtherBytes() throws IOException {
        List<Path> files = List.of(
                file("pop", 6, 1),
                file("pop", 6, 2),
                file("pop!", 6, 1),
                file("pop", 7, 1),
                file("asdf", 6, 1),
                file("qwer", 6, 1));

        for (Path one : files) {
            for (Path other : files) {
                if (!one.equals(other)) {
                    assertThat(Files.mismatch(one, other)).isNotEqualTo(-1);
                }
            }
        }
    }

    @Test
    void aRequestWithoutASeedIsComposedAllTheSame() throws IOException {
        SongRequest request = request("jazz", 5, OptionalLong.empty());
        Path first = folder.resolve("a.wav");
        Path second = folder.resolve("b.wav");

        PROVIDER.compose(Commission.of(JOB, request), first);
        PROVIDER.compose(Commission.of(JOB, request), second);

        assertThat(first).hasSameBinaryContentAs(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀🎉", ".", "悲しいピアノ", "@everyone **loud** <@1>", "no no no", "\u0007", "без барабанов"})
    void anyPromptBecomesMusic(String prompt) throws IOException {
        assertThat(compose(prompt, 5, 1).loudness()).isCloseTo(-15, within(2.0));
    }

    @Test
    void sixThousandCharactersBecomeMusic() throws IOException {
        assertThat(compose("sad piano 🎹 ".repeat(460), 5, 1).loudness()).isCloseTo(-15, within(2.0));
    }

    @Test
    void nothingIsLeftBesideTheSong() throws IOException {
        Path song = file("march", 5, 1);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(song);
        }
    }

    @Test
    void songsComposedAtOnceDoNotDisturbEachOther() throws Exception {
        List<String> prompts = List.of("jazz", "rain", "techno", "choir");
        List<Path> alone = prompts.stream().map(prompt -> file(prompt, 5, 1)).toList();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Path>> together = IntStream.range(0, prompts.size())
                    .mapToObj(i -> executor.submit(() -> {
                        Path target = folder.resolve("together" + i + ".wav");
                        PROVIDER.compose(Commission.of(JOB, request(prompts.get(i), 5, 1)), target);
                        return target;
                    }))
                    .toList();

            for (int i = 0; i < prompts.size(); i++) {
                assertThat(together.get(i).get()).hasSameBinaryContentAs(alone.get(i));
            }
        }
    }

    @Test
    void anInterruptEndsItEarlyAndLeavesNothing() throws InterruptedException, ExecutionException, IOException {
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Composition composition = executor.submit(() -> {
                        Thread.currentThread().interrupt();
                        return PROVIDER.compose(
                                Commission.of(JOB, request("jazz", 300, 1)), folder.resolve("song.wav"));
                    })
                    .get();

            assertThat(composition)
                    .isInstanceOfSatisfying(
                            NotComposed.class,
                            refused -> assertThat(refused.failure()).isInstanceOf(ProviderFailure.Internal.class));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aDiskThatDoesNotTakeTheFileIsAnError() {
        Path nowhere = folder.resolve("missing").resolve("song.wav");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> PROVIDER.compose(Commission.of(JOB, request("jazz", 5, 1)), nowhere));
    }

    @Test
    void aSoundFontThatIsNoneIsNamedAtTheStart() throws IOException {
        Path text = Files.writeString(folder.resolve("bank.sf2"), "not a sound font");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new SynthProvider(new SynthConfig(Optional.of(text))))
                .withMessageContaining("synth.soundfont")
                .withMessageContaining("bank.sf2");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new SynthProvider(new SynthConfig(Optional.of(folder.resolve("none.sf2")))))
                .withMessageContaining("synth.soundfont");
    }

    @Test
    void aSoundFontTakesThePlaceOfTheBuiltInInstruments() throws Exception {
        Path bank = folder.resolve("bank.sf2");
        EmergencySoundbank.createSoundbank().save(bank.toFile());
        Path target = folder.resolve("font.wav");

        new SynthProvider(new SynthConfig(Optional.of(bank)))
                .compose(Commission.of(JOB, request("jazz in the rain", 6, 1)), target);

        assertThat(RecordedWav.read(target).loudness()).isCloseTo(-15, within(1.0));
        assertThat(Files.mismatch(target, file("jazz in the rain", 6, 1))).isNotEqualTo(-1);
    }

    private RecordedWav compose(String prompt, int seconds, long seed) throws IOException {
        return RecordedWav.read(file(prompt, seconds, seed));
    }

    private Path file(String prompt, int seconds, long seed) {
        Path target = folder.resolve(Integer.toHexString(prompt.hashCode()) + "-" + seconds + "-" + seed + ".wav");
        assertThat(PROVIDER.compose(Commission.of(JOB, request(prompt, seconds, seed)), target))
                .isInstanceOf(Composed.class);
        return target;
    }

    private static SongRequest request(String prompt, int seconds, long seed) {
        return request(prompt, seconds, OptionalLong.of(seed));
    }

    private static SongRequest request(String prompt, int seconds, OptionalLong seed) {
        return new SongRequest(
                PROVIDER.models().getFirst().id(),
                prompt,
                Duration.ofSeconds(seconds),
                true,
                Optional.empty(),
                AudioFormat.WAV,
                seed,
                Optional.empty());
    }
}
