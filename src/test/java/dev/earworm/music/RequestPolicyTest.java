package dev.earworm.music;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.OptionProblem.FeatureMissing;
import dev.earworm.music.OptionProblem.LengthOutOfRange;
import dev.earworm.music.OptionProblem.LyricsTooLong;
import dev.earworm.music.OptionProblem.LyricsWithoutVoice;
import dev.earworm.music.OptionProblem.PromptTooLong;
import dev.earworm.music.OptionProblem.SeedOutOfRange;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPolicyTest {
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);
    private static final ReferenceRule REFERENCES =
            new ReferenceRule(Duration.ofSeconds(6), Duration.ofSeconds(60), 1_000, Set.of(AudioFormat.MP3));

    private String prompt = "a calm river";
    private Duration length = Duration.ofSeconds(30);
    private boolean instrumental;
    private Optional<String> lyrics = Optional.empty();
    private OptionalLong seed = OptionalLong.empty();
    private Optional<Reference> reference = Optional.empty();

    @Test
    void whatFitsHasNoProblems() {
        assertProblems(ALL);
        assertProblems(Set.of());
    }

    @ParameterizedTest(name = "{0} ms fits: {1}")
    @CsvSource({"3000, true", "60000, true", "2999, false", "60001, false", "0, false", "-5000, false"})
    void aLengthIsAllowedFromTheShortestToTheLongest(long millis, boolean fits) {
        length = Duration.ofMillis(millis);
        assertProblems(ALL, fits, new LengthOutOfRange(Duration.ofSeconds(3), Duration.ofSeconds(60)));
    }

    @ParameterizedTest(name = "{0} characters fit: {1}")
    @CsvSource({"100, true", "101, false", "6000, false"})
    void aPromptIsAllowedUpToItsLimit(int characters, boolean fits) {
        prompt = "x".repeat(characters);
        assertProblems(ALL, fits, new PromptTooLong(100, characters));
    }

    @ParameterizedTest(name = "{0} characters fit: {1}")
    @CsvSource({"40, true", "41, false"})
    void lyricsAreAllowedUpToTheirLimit(int characters, boolean fits) {
        lyrics = Optional.of("x".repeat(characters));
        assertProblems(ALL, fits, new LyricsTooLong(40, characters));
    }

    @ParameterizedTest(name = "{0} fits: {1}")
    @CsvSource({"0, true", "2147483647, true", "2147483648, false", "-1, false"})
    void aSeedIsAllowedFromNothingToTheLargest(long value, boolean fits) {
        seed = OptionalLong.of(value);
        assertProblems(ALL, fits, new SeedOutOfRange(SongRequest.MAX_SEED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAModelLacksIsNamed(boolean isOutOfRangeToo) {
        instrumental = true;
        lyrics = Optional.of("x".repeat(isOutOfRangeToo ? 1_000 : 1));
        seed = OptionalLong.of(isOutOfRangeToo ? -1 : 1);
        reference = Optional.of(new Reference(URI.create("https://cdn.example/a.mp3"), "a.mp3", 1, "audio/mpeg"));
        assertProblems(
                Set.of(),
                new FeatureMissing(Feature.INSTRUMENTAL),
                new FeatureMissing(Feature.REFERENCE),
                new FeatureMissing(Feature.LYRICS),
                new FeatureMissing(Feature.SEED));
    }

    @Test
    void wordsToSingAndNoSingingDoNotGoTogether() {
        instrumental = true;
        lyrics = Optional.of("la");
        assertProblems(ALL, new LyricsWithoutVoice());
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        prompt = "x".repeat(101);
        length = Duration.ZERO;
        seed = OptionalLong.of(-1);
        assertProblems(
                ALL,
                new PromptTooLong(100, 101),
                new LengthOutOfRange(Duration.ofSeconds(3), Duration.ofSeconds(60)),
                new SeedOutOfRange(SongRequest.MAX_SEED));
    }

    private void assertProblems(Set<Feature> features, boolean fits, OptionProblem otherwise) {
        if (fits) {
            assertProblems(features);
        } else {
            assertProblems(features, otherwise);
        }
    }

    private void assertProblems(Set<Feature> features, OptionProblem... expected) {
        ModelId id = new ModelId("vendor", "model");
        MusicModel model = model(id, features);
        SongRequest request =
                new SongRequest(id, prompt, length, instrumental, lyrics, AudioFormat.MP3, seed, reference);
        assertThat(RequestPolicy.problems(request, model)).containsExactly(expected);
    }

    /** Takes lyrics and a reference as far as it has the feature. */
    private static MusicModel model(ModelId id, Set<Feature> features) {
        Set<Feature> others = EnumSet.noneOf(Feature.class);
        others.addAll(features);
        others.removeAll(Set.of(Feature.LYRICS, Feature.REFERENCE));
        MusicModel.Draft draft =
                MusicModel.named(id, "Model").length(3, 30, 60).prompt(1, 100).can(others.toArray(Feature[]::new));
        if (features.contains(Feature.LYRICS)) {
            draft.lyrics(2, 40);
        }
        if (features.contains(Feature.REFERENCE)) {
            draft.reference(REFERENCES);
        }
        return draft.build();
    }
}
