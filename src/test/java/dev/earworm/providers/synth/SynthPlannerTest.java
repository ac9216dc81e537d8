package dev.earworm.providers.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.PlanPolicy;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Planner;
import dev.earworm.music.Planner.PlanRequest;
import dev.earworm.music.Planner.Planning;
import dev.earworm.music.Planner.Planning.NotPlanned;
import dev.earworm.music.Planner.Planning.Planned;
import dev.earworm.music.Planner.SectionPlanner;
import dev.earworm.music.Planner.SectionRequest;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import dev.earworm.providers.synth.prompt.PromptReader;
import dev.earworm.providers.synth.prompt.Scene;
import dev.earworm.providers.synth.prompt.SceneReader;
import dev.earworm.providers.synth.sound.RecordedWav;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynthPlannerTest {
    private static final SynthProvider PROVIDER = new SynthProvider(SynthConfig.builtIn());
    private static final Planner PLANNER = PROVIDER.planner().orElseThrow();

    @TempDir
    private Path folder;

    static IntStream lengths() {
        return IntStream.rangeClosed(5, 300);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void everyPlanIsOneThatCanBeMadeAndIsExactlyAsLongAsAsked(int seconds) {
        for (String prompt : List.of(
                "lo-fi piano with light rain",
                "drum and bass 200 bpm",
                "ballad 40 bpm",
                "funk in 7/8",
                "solo violin",
                "😀",
                "no drums, no piano, no guitar, sad waltz in F# minor",
                "sad happy dark calm epic tense romantic dreamy mysterious playful nostalgic energetic ".repeat(9))) {
            CompositionPlan plan = plan(prompt, Duration.ofSeconds(seconds));

            assertThat(PlanPolicy.problems(plan)).as(prompt).isEmpty();
            assertThat(plan.length()).as(prompt).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(plan.styles()).as(prompt).isNotEmpty();
            assertThat(plan.sections())
                    .as(prompt)
                    .allSatisfy(section ->
                            assertThat(section.length().toMillis() % 1000).isZero())
                    .allSatisfy(section -> assertThat(section.lines()).isEmpty());
            assertThat(RequestPolicy.problems(
                            request(prompt, plan), PROVIDER.models().getFirst()))
                    .as(prompt)
                    .isEmpty();
        }
    }

    @Test
    void aPlanHasTheFormAndTheWordsOfThePiece() {
        CompositionPlan plan = plan("trauriger Pop mit Klavier ohne Schlagzeug, 100 bpm", Duration.ofSeconds(120));

        assertThat(plan.styles()).containsExactly("pop", "sad", "100 bpm", "piano");
        assertThat(plan.avoided()).containsExactly("drums");
        assertThat(plan.sections())
                .extracting(PlanSection::name)
                .startsWith("Intro", "Verse 1", "Chorus 1")
                .endsWith("Outro");
    }

    @Test
    void aPromptThatSaysNothingOfMusicStillGetsAGenreAndATempo() {
        assertThat(plan("asdf", Duration.ofSeconds(60)).styles())
                .hasSize(2)
                .last()
                .asString()
                .endsWith(" bpm");
    }

    @Test
    void aSectionIsWrittenAnewInEveryMannerInTurnAndTheOthersStay() {
        CompositionPlan plan = plan("jazz", Duration.ofSeconds(90));
        Set<PlanSection> seen = new HashSet<>(Set.of(plan.sections().get(1)));
        CompositionPlan now = plan;
        for (int i = 0; i < 6; i++) {
            CompositionPlan next = redone(now, 1);
            assertThat(next.sections().get(1)).isNotEqualTo(now.sections().get(1));
            assertThat(next.withSection(1, plan.sections().get(1))).isEqualTo(plan);
            assertThat(PlanPolicy.problems(next)).isEmpty();
            seen.add(next.sections().get(1));
            now = next;
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(6);
        assertThat(redone(plan, 1)).as("the same request").isEqualTo(redone(plan, 1));
    }

    @Test
    void whatAMemberSaidOfTheSectionStaysAndWhatThePlanRulesOutDoesNotCome() {
        PlanSection section = new PlanSection(
                "Solo",
                Duration.ofSeconds(10),
                List.of("violin", "steady"),
                List.of("drums", "piano"),
                List.of(),
                Optional.empty());
        CompositionPlan plan = new CompositionPlan(List.of("jazz"), List.of("sparse"), List.of(section));

        assertThat(redone(plan, 0).sections())
                .containsExactly(new PlanSection(
                        "Solo",
                        Duration.ofSeconds(10),
                        List.of("full", "violin"),
                        List.of("piano"),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void everyMannerIsHeard() {
        CompositionPlan plan = plan("jazz", Duration.ofSeconds(90));
        SceneReader reader = new SceneReader(new PromptReader());
        Set<Scene> scenes = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            plan = redone(plan, 1);
            PlanSection section = plan.sections().get(1);
            scenes.add(reader.scene(section.name(), section.styles(), section.avoided()));
        }

        assertThat(scenes).hasSize(6);
    }

    private static CompositionPlan redone(CompositionPlan plan, int index) {
        SectionPlanner sections = PLANNER.sections().orElseThrow();
        return ((Planned) sections.redo(new SectionRequest(model(), "jazz", plan, index))).plan();
    }

    @Test
    void theSameRequestGetsTheSamePlan() {
        assertThat(plan("jazz", Duration.ofSeconds(90))).isEqualTo(plan("jazz", Duration.ofSeconds(90)));
    }

    @Test
    void withoutALengthThePlanIsAsLongAsUsual() {
        PlanRequest request = new PlanRequest(model(), "jazz", Optional.empty(), Optional.empty());

        assertThat(((Planned) PLANNER.plan(request)).plan().length()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aLengthOfNoWholeSecondsIsKept() {
        assertThat(plan("jazz", Duration.ofMillis(61_700)).length()).isEqualTo(Duration.ofMillis(61_700));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 301, 600})
    void aLengthThatTheComposerDoesNotMakeIsNotPlanned(int seconds) {
        PlanRequest request =
                new PlanRequest(model(), "jazz", Optional.of(Duration.ofSeconds(seconds)), Optional.empty());

        assertThat(PLANNER.plan(request)).isInstanceOf(NotPlanned.class);
    }

    @Test
    void aPlanToStartFromKeepsItsSectionsAndTakesTheNewStyles() {
        CompositionPlan source = new CompositionPlan(
                List.of("jazz", "90 bpm", "drums", "mellow"),
                List.of("piano", "choir"),
                List.of(
                        PlanSection.of("Opening", Duration.ofSeconds(10), List.of("sparse"), List.of()),
                        PlanSection.of("Peak", Duration.ofMillis(20_500), List.of("full"), List.of("la la la"))));

        CompositionPlan plan = adapted("techno with piano, no drums, 130 bpm", source, Optional.empty());

        assertThat(plan.styles()).containsExactly("techno", "130 bpm", "piano", "jazz", "mellow");
        assertThat(plan.avoided()).containsExactly("drums", "choir");
        assertThat(plan.sections())
                .containsExactly(
                        PlanSection.of("Opening", Duration.ofSeconds(10), List.of("sparse"), List.of()),
                        PlanSection.of("Peak", Duration.ofMillis(20_500), List.of("full"), List.of()));
    }

    @Test
    void sectionsAreStretchedToTheAskedLength() {
        CompositionPlan source = plan("pop", Duration.ofSeconds(60));

        CompositionPlan plan = adapted("happier", source, Optional.of(Duration.ofSeconds(91)));

        assertThat(plan.length()).isEqualTo(Duration.ofSeconds(91));
        assertThat(PlanPolicy.problems(plan)).isEmpty();
        assertThat(plan.sections())
                .extracting(PlanSection::name)
                .isEqualTo(source.sections().stream().map(PlanSection::name).toList());
    }

    @Test
    void sectionsThatDoNotFitIntoTheLengthAreWrittenAnew() {
        CompositionPlan source = plan("pop", Duration.ofSeconds(180));

        CompositionPlan plan = adapted("pop", source, Optional.of(Duration.ofSeconds(8)));

        assertThat(plan.length()).isEqualTo(Duration.ofSeconds(8));
        assertThat(PlanPolicy.problems(plan)).isEmpty();
    }

    @Test
    void aKeptExcerptBecomesASectionToBeMade() {
        CompositionPlan source = plan("pop", Duration.ofSeconds(30))
                .extended("song", PlanSection.of("More", Duration.ofSeconds(10), List.of(), List.of()));

        CompositionPlan plan = adapted("pop", source, Optional.empty());

        assertThat(plan.length()).isEqualTo(Duration.ofSeconds(40));
        assertThat(plan.sections())
                .allSatisfy(section -> assertThat(section.source()).isEmpty());
    }

    @Test
    void aPlanIsMadeIntoAFileOfExactlyItsLengthTheSameEachTime() throws IOException {
        CompositionPlan plan = new CompositionPlan(
                List.of("house"),
                List.of("piano"),
                List.of(
                        PlanSection.of("Intro", Duration.ofMillis(4_321), List.of(), List.of()),
                        PlanSection.of("Drop", Duration.ofMillis(7_007), List.of("huge"), List.of()),
                        PlanSection.of("Outro", Duration.ofMillis(3_003), List.of(), List.of())));

        Path first = file("night drive", plan, "a.wav");

        assertThat(first).hasSameBinaryContentAs(file("night drive", plan, "b.wav"));
        assertThat(RecordedWav.read(first).frames()).isEqualTo(14_331L * 44_100 / 1000);
        assertThat(RecordedWav.read(first).loudness()).isBetween(-16.0, -14.0);
        assertThat(file("night walk", plan, "c.wav").toFile()).isNotEmpty();
    }

    private Path file(String prompt, CompositionPlan plan, String name) {
        Path target = folder.resolve(name);
        Commission commission = Commission.of(new JobId("0123456789abcdef"), request(prompt, plan));
        assertThat(PROVIDER.compose(commission, target)).isInstanceOf(Composed.class);
        return target;
    }

    private static CompositionPlan plan(String prompt, Duration length) {
        return planned(new PlanRequest(model(), prompt, Optional.of(length), Optional.empty()));
    }

    private static CompositionPlan adapted(String prompt, CompositionPlan source, Optional<Duration> length) {
        return planned(new PlanRequest(model(), prompt, length, Optional.of(source)));
    }

    private static CompositionPlan planned(PlanRequest request) {
        Planning planning = PLANNER.plan(request);
        assertThat(planning).isInstanceOf(Planned.class);
        return ((Planned) planning).plan();
    }

    private static SongRequest request(String prompt, CompositionPlan plan) {
        return new SongRequest(
                        model(),
                        prompt,
                        Duration.ofSeconds(30),
                        true,
                        Optional.empty(),
                        AudioFormat.WAV,
                        OptionalLong.of(1),
                        Optional.empty())
                .withPlan(plan);
    }

    private static ModelId model() {
        return PROVIDER.models().getFirst().id();
    }
}
