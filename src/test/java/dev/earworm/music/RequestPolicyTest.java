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
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
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

    @Test
    void lyricsThatAreTooShortAreNamed() {
        lyrics = Optional.of("x");
        assertProblems(ALL, new OptionProblem.LyricsTooShort(2, 1));
    }

    @Test
    void aReferenceThatIsTooLargeIsNamedBeforeAnythingIsFetched() {
        reference = Optional.of(new Reference(URI.create("https://cdn.example/a.mp3"), "a.mp3", 1_001, "audio/mpeg"));
        assertProblems(ALL, new OptionProblem.ReferenceTooLarge(1_000, 1_001));
    }

    @Test
    void whatAModelCannotDoWithoutIsAskedFor() {
        MusicModel needy = MusicModel.named(new ModelId("vendor", "needy"), "Needy")
                .length(3, 30, 60)
                .prompt(10, 100)
                .lyrics(10, 40)
                .reference(REFERENCES)
                .needs(Feature.LYRICS, Feature.REFERENCE)
                .build();

        assertThat(RequestPolicy.problems(request(needy.id()).withPrompt("short"), needy))
                .containsExactly(
                        new OptionProblem.PromptTooShort(10, 5),
                        new OptionProblem.FeatureNeeded(Feature.REFERENCE),
                        new OptionProblem.FeatureNeeded(Feature.LYRICS));
    }

    @Test
    void aModelThatDecidesOnTheLengthIsNotToldOne() {
        MusicModel dreamer = MusicModel.named(new ModelId("vendor", "dreamer"), "Dreamer")
                .ownLength(120)
                .prompt(1, 100)
                .build();

        assertThat(RequestPolicy.problems(request(dreamer.id()), dreamer))
                .containsExactly(new OptionProblem.LengthNotChosen(Duration.ofSeconds(120)));
        assertThat(RequestPolicy.problems(request(dreamer.id()).withLength(Duration.ofSeconds(120)), dreamer))
                .isEmpty();
        assertThat(RequestPolicy.problems(
                        request(dreamer.id())
                                .withPlan(plan(PlanSection.of("A", Duration.ofSeconds(9), List.of(), List.of()))),
                        dreamer))
                .isEmpty();
    }

    @Test
    void aSeedThatNeedsAPlanIsRefusedWithoutOne() {
        MusicModel planner = MusicModel.named(new ModelId("vendor", "planner"), "Planner")
                .length(3, 30, 60)
                .prompt(1, 100)
                .can(Feature.PLAN, Feature.SEED_WITH_PLAN)
                .build();
        SongRequest seeded = request(planner.id()).withSeed(OptionalLong.of(7));

        assertThat(RequestPolicy.problems(seeded, planner)).containsExactly(new FeatureMissing(Feature.SEED));
        assertThat(RequestPolicy.problems(
                        seeded.withPlan(plan(PlanSection.of("Verse", Duration.ofSeconds(10), List.of(), List.of()))),
                        planner))
                .isEmpty();
    }

    @Test
    void aPlanTakesRoomFromThePromptWhereItIsGivenInWords() {
        MusicModel plain = MusicModel.named(new ModelId("vendor", "plain"), "Plain")
                .length(3, 30, 60)
                .prompt(1, 40)
                .build();
        SongRequest planned = request(plain.id())
                .withPlan(plan(PlanSection.of("Verse", Duration.ofSeconds(10), List.of("warm"), List.of())));

        assertThat(RequestPolicy.problems(planned, plain))
                .containsExactly(new PromptTooLong(
                        40,
                        PlanPrompt.of("a calm river", planned.plan().orElseThrow())
                                .length()));
    }

    @Test
    void aModelThatFollowsAPlanSingsItsWordsWhateverRoomThePromptHas() {
        MusicModel singer = MusicModel.named(new ModelId("vendor", "singer"), "Singer")
                .length(3, 30, 60)
                .prompt(1, 20)
                .lyricsInPrompt(10)
                .can(Feature.PLAN)
                .build();
        SongRequest planned = request(singer.id())
                .withPlan(plan(PlanSection.of("Verse", Duration.ofSeconds(9), List.of(), List.of("x".repeat(200)))));
        lyrics = Optional.of("la la");
        SongRequest beside = request(singer.id())
                .withPlan(plan(PlanSection.of("Verse", Duration.ofSeconds(9), List.of(), List.of())));

        assertThat(RequestPolicy.problems(planned, singer)).isEmpty();
        assertThat(RequestPolicy.problems(beside, singer)).containsExactly(new OptionProblem.LyricsBesidePlan());
    }

    @Test
    void aPartOfAnotherSongIsForModelsThatCanTakeItUp() {
        MusicModel planner = MusicModel.named(new ModelId("vendor", "planner"), "Planner")
                .length(3, 30, 60)
                .prompt(1, 100)
                .can(Feature.PLAN)
                .build();
        SongRequest extended = request(planner.id())
                .withPlan(plan(PlanSection.kept("Verse", new Excerpt("song", Duration.ZERO, Duration.ofSeconds(9)))));

        assertThat(RequestPolicy.problems(extended, planner)).containsExactly(new FeatureMissing(Feature.EXTEND));
    }

    @Test
    void whatIsWrongWithAPlanIsAProblemOfTheSong() {
        assertThat(RequestPolicy.problems(
                        request(new ModelId("vendor", "model")).withPlan(plan()),
                        model(new ModelId("vendor", "model"), ALL)))
                .contains(new OptionProblem.PlanUnfit(new PlanProblem.NoSections()));
    }

    @Test
    void aFetchedReferenceIsLookedAtAgain() {
        ReferenceAudio tooShort = new ReferenceAudio(
                URI.create("https://cdn.example/a"), Path.of("a"), AudioFormat.WAV, Duration.ofSeconds(5));

        assertThat(RequestPolicy.problems(tooShort, REFERENCES))
                .containsExactly(
                        new OptionProblem.ReferenceUnreadable(Set.of(AudioFormat.MP3)),
                        new OptionProblem.ReferenceLengthOutOfRange(Duration.ofSeconds(6), Duration.ofSeconds(60)));
    }

    private static CompositionPlan plan(PlanSection... sections) {
        return new CompositionPlan(List.of(), List.of(), List.of(sections));
    }

    private SongRequest request(ModelId id) {
        return new SongRequest(id, prompt, length, instrumental, lyrics, AudioFormat.MP3, seed, reference);
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
        assertThat(RequestPolicy.problems(request(id), model)).containsExactly(expected);
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
