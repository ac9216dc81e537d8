package dev.earworm.providers.aimlapi;

import static dev.earworm.providers.aimlapi.Commissions.humming;
import static dev.earworm.providers.aimlapi.Commissions.instrumental;
import static dev.earworm.providers.aimlapi.Commissions.model;
import static dev.earworm.providers.aimlapi.Commissions.song;
import static dev.earworm.providers.aimlapi.Commissions.sung;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.OptionProblem.FeatureMissing;
import dev.earworm.music.OptionProblem.FeatureNeeded;
import dev.earworm.music.OptionProblem.LengthNotChosen;
import dev.earworm.music.OptionProblem.LengthOutOfRange;
import dev.earworm.music.OptionProblem.LyricsTooLong;
import dev.earworm.music.OptionProblem.LyricsTooShort;
import dev.earworm.music.OptionProblem.PromptTooLong;
import dev.earworm.music.OptionProblem.PromptTooShort;
import dev.earworm.music.OptionProblem.ReferenceLengthOutOfRange;
import dev.earworm.music.OptionProblem.ReferenceUnreadable;
import dev.earworm.music.OptionProblem.SeedOutOfRange;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Usd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a member is refused before anything is paid, model by model. */
class AimlapiModelsTest {
    private static final String WORDS = "Light rain on the roof";

    @Test
    void everyModelThatTheVendorDocumentsIsThere() {
        assertThat(AimlapiModels.all())
                .extracting(model -> model.id().model())
                .containsExactlyInAnyOrder(
                        "elevenlabs/eleven_music",
                        "google/lyria2",
                        "stable-audio",
                        "minimax-music",
                        "music-01",
                        "minimax/music-1.5",
                        "minimax/music-2.0",
                        "minimax/music-2.6",
                        "minimax/music-cover");
    }

    @ParameterizedTest
    @CsvSource({"elevenlabs/eleven_music, 10, 300", "stable-audio,             1,  47"})
    void aLengthIsChosenWithinTheRangeOfTheModel(String name, int shortest, int longest) {
        for (int good : new int[] {shortest, longest}) {
            assertThat(problems(song(name, "rain").withLength(Duration.ofSeconds(good))))
                    .isEmpty();
        }
        for (int bad : new int[] {shortest - 1, longest + 1}) {
            assertThat(problems(song(name, "rain").withLength(Duration.ofSeconds(bad))))
                    .containsExactly(new LengthOutOfRange(Duration.ofSeconds(shortest), Duration.ofSeconds(longest)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"google/lyria2", "minimax/music-2.6"})
    void aModelThatChoosesItsLengthSaysSo(String name) {
        assertThat(problems(song(name, "rain, for hours").withLength(Duration.ofSeconds(5))))
                .containsExactly(new LengthNotChosen(model(name).length().usual()));
    }

    @ParameterizedTest
    @CsvSource({
        "minimax/music-1.5, 300",
        "minimax/music-2.0, 2000",
        "minimax/music-2.6, 2000",
    })
    void minimaxReadsTenCharactersAtLeastAndItsLimitAtMost(String name, int limit) {
        assertThat(problems(sung(name, "p".repeat(10), "l".repeat(10)))).isEmpty();
        assertThat(problems(sung(name, "p".repeat(limit), "l".repeat(3000)))).isEmpty();
        assertThat(problems(sung(name, "p".repeat(9), "l".repeat(9))))
                .containsExactly(new PromptTooShort(10, 9), new LyricsTooShort(10, 9));
        assertThat(problems(sung(name, "p".repeat(limit + 1), "l".repeat(3001))))
                .containsExactly(new PromptTooLong(limit, limit + 1), new LyricsTooLong(3000, 3001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimax/music-1.5", "minimax/music-2.0"})
    void theOlderMinimaxCannotDoWithoutLyrics(String name) {
        assertThat(problems(song(name, "indie folk"))).containsExactly(new FeatureNeeded(Feature.LYRICS));
        assertThat(problems(instrumental(name, "indie folk"))).contains(new FeatureMissing(Feature.INSTRUMENTAL));
    }

    @Test
    void theNewestMinimaxSingsItsOwnWordsOrNone() {
        assertThat(problems(song("minimax/music-2.6", "indie folk"))).isEmpty();
        assertThat(problems(instrumental("minimax/music-2.6", "indie folk"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimax-music", "music-01"})
    void theOldestModelsNeedLyricsThatFitBetweenTheirHashMarksAndAReference(String name) {
        assertThat(problems(song(name, "like Sunday")))
                .containsExactlyInAnyOrder(new FeatureNeeded(Feature.LYRICS), new FeatureNeeded(Feature.REFERENCE));
        assertThat(problems(humming(sung(name, "like Sunday", "l".repeat(596)))))
                .isEmpty();
        assertThat(problems(humming(sung(name, "like Sunday", "l".repeat(597)))))
                .containsExactly(new LyricsTooLong(596, 597));
    }

    @Test
    void aCoverNeedsSomethingToCover() {
        assertThat(problems(song("minimax/music-cover", "as a waltz, slowly")))
                .containsExactly(new FeatureNeeded(Feature.REFERENCE));
        assertThat(problems(humming(song("minimax/music-cover", "as a waltz, slowly"))))
                .isEmpty();
        assertThat(problems(humming(sung("minimax/music-cover", "as a waltz, slowly", "la la"))))
                .containsExactly(new LyricsTooShort(10, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "minimax/music-cover,  6000, 360000",
        "minimax-music,       15001, 600000",
        "music-01,            10001, 600000"
    })
    void aReferenceIsAsLongAsTheModelTakes(String name, long shortest, long longest) {
        for (long good : new long[] {shortest, longest}) {
            assertThat(problems(name, AudioFormat.MP3, good)).isEmpty();
        }
        for (long bad : new long[] {shortest - 1, longest + 1}) {
            assertThat(problems(name, AudioFormat.WAV, bad))
                    .hasOnlyElementsOfType(ReferenceLengthOutOfRange.class)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "minimax/music-cover, FLAC, true",
        "minimax/music-cover, OGG,  false",
        "minimax-music,       WAV,  true",
        "minimax-music,       FLAC, false",
        "music-01,            WAV,  true",
        "music-01,            OGG,  false"
    })
    void aReferenceIsOfAKindThatTheModelReads(String name, AudioFormat format, boolean isRead) {
        assertThat(problems(name, format, 20_000).stream().noneMatch(ReferenceUnreadable.class::isInstance))
                .isEqualTo(isRead);
    }

    @Test
    void onlyLyriaTakesASeedAndNoneBelowZero() {
        assertThat(AimlapiModels.all())
                .filteredOn(model -> model.has(Feature.SEED))
                .containsExactly(model("google/lyria2"));
        assertThat(problems(song("google/lyria2", "rain").withSeed(OptionalLong.of(-1))))
                .containsExactly(new SeedOutOfRange(SongRequest.MAX_SEED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"google/lyria2", "stable-audio"})
    void modelsThatNeverSingTakeNoLyricsAndMakeWav(String name) {
        assertThat(problems(sung(name, "rain", WORDS))).containsExactly(new FeatureMissing(Feature.LYRICS));
        assertThat(problems(instrumental(name, "rain"))).isEmpty();
        assertThat(model(name).formats()).containsExactly(AudioFormat.WAV);
    }

    @Test
    void elevenMusicTakesPromptAndLyricsInOneText() {
        int limit = model("elevenlabs/eleven_music").prompt().maximum();
        SongRequest longest = sung("elevenlabs/eleven_music", "p".repeat(limit - 1500), "l".repeat(1500));

        assertThat(problems(longest)).isEmpty();
        assertThat(AimlapiPrompt.ofElevenMusic(longest)).hasSizeLessThanOrEqualTo(2000);
        assertThat(problems(longest.withPrompt("p".repeat(limit - 1499))))
                .containsExactly(new PromptTooLong(limit, limit + 1));
    }

    @Test
    void pricesAreThoseOfTheVendorsExamples() {
        assertThat(price("elevenlabs/eleven_music", 10)).isEqualTo(Usd.of("0.06"));
        assertThat(price("minimax/music-2.6", 120)).isEqualTo(Usd.of("0.195"));
        assertThat(model("google/lyria2").price()).isEmpty();
    }

    private static Usd price(String name, int seconds) {
        return model(name).price().orElseThrow().of(Duration.ofSeconds(seconds));
    }

    private static List<OptionProblem> problems(SongRequest song) {
        return RequestPolicy.problems(song, model(song.model().model()));
    }

    private static List<OptionProblem> problems(String name, AudioFormat format, long millis) {
        MusicModel model = model(name);
        ReferenceAudio audio = new ReferenceAudio(Commissions.HUM, Path.of("hum"), format, Duration.ofMillis(millis));
        return RequestPolicy.problems(audio, model.reference().orElseThrow());
    }
}
