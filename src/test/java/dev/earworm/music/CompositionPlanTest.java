package dev.earworm.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CompositionPlanTest {
    private static final PlanSection INTRO =
            PlanSection.of("Intro", Duration.ofSeconds(8), List.of("soft pads"), List.of());
    private static final PlanSection VERSE = new PlanSection(
            "Verse 1",
            Duration.ofSeconds(20),
            List.of("female voice"),
            List.of("drums"),
            List.of("Rain on the window", "light on the floor"),
            Optional.empty());
    private static final CompositionPlan PLAN =
            new CompositionPlan(List.of("lo-fi", "80 BPM"), List.of("distortion"), List.of(INTRO, VERSE));

    @Test
    void aSongIsAsLongAsItsSections() {
        assertThat(PLAN.length()).isEqualTo(Duration.ofSeconds(28));
        assertThat(PLAN.withSections(List.of()).length()).isZero();
    }

    @Test
    void aSongThatIsMadeLongerKeepsWhatItHas() {
        PlanSection outro = PlanSection.of("Outro", Duration.ofSeconds(10), List.of(), List.of());

        CompositionPlan longer = PLAN.extended("song-1", outro);

        assertThat(longer.sections())
                .containsExactly(
                        PlanSection.kept("Intro", new Excerpt("song-1", Duration.ZERO, Duration.ofSeconds(8))),
                        PlanSection.kept(
                                "Verse 1", new Excerpt("song-1", Duration.ofSeconds(8), Duration.ofSeconds(28))),
                        outro);
        assertThat(longer.length()).isEqualTo(Duration.ofSeconds(38));
    }

    @Test
    void oneSectionIsMadeAnewAndTheOthersStay() {
        PlanSection quieter = PlanSection.of("Intro", Duration.ofSeconds(6), List.of("silence"), List.of());

        assertThat(PLAN.redone("song-1", 0, quieter).sections())
                .containsExactly(
                        quieter,
                        PlanSection.kept(
                                "Verse 1", new Excerpt("song-1", Duration.ofSeconds(8), Duration.ofSeconds(28))));
    }

    @Test
    void ofAnotherPlanOneSectionIsTakenAndItsNameAndLengthStay() {
        CompositionPlan other = new CompositionPlan(
                List.of("lo-fi", "warm"),
                List.of("distortion", "choir"),
                List.of(
                        PlanSection.of("Opening", Duration.ofSeconds(15), List.of("strings", "80 BPM"), List.of("Ah")),
                        PlanSection.of("Verse", Duration.ofSeconds(5), List.of(), List.of())));

        assertThat(PLAN.withSectionOf(other, 0))
                .as("with what the other plan says of the whole song, where this one does not")
                .contains(PLAN.withSections(List.of(
                        new PlanSection(
                                "Intro",
                                Duration.ofSeconds(8),
                                List.of("warm", "strings"),
                                List.of("choir"),
                                List.of("Ah"),
                                Optional.empty()),
                        VERSE)));
    }

    @Test
    void aPlanOfOtherSectionsHasNoneToTake() {
        assertThat(PLAN.withSectionOf(PLAN.withSections(List.of(INTRO)), 0)).isEmpty();
        assertThat(PLAN.withSectionOf(PLAN.withSections(List.of(INTRO, VERSE, INTRO)), 1))
                .isEmpty();
    }

    @Test
    void aModelThatTakesNoPlanReadsItInWords() {
        assertThat(PlanPrompt.of("a rainy night", PLAN)).isEqualTo("""
                a rainy night
                Style: lo-fi, 80 BPM.
                Avoid: distortion.
                Structure:
                1. Intro (8 s): soft pads; instrumental.
                2. Verse 1 (20 s): female voice; without drums.""");
        assertThat(PlanPrompt.lyrics(PLAN)).isEqualTo("""
                [Verse 1]
                Rain on the window
                light on the floor""");
    }

    @Test
    void thePlansLyricsGoBeforeTheMembers() {
        SongRequest request = new SongRequest(
                new ModelId("vendor", "model"),
                "a rainy night",
                Duration.ofSeconds(30),
                false,
                Optional.of("la la"),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());

        assertThat(request.wordsToSing()).contains("la la");
        assertThat(request.withPlan(PLAN).wordsToSing()).contains(PlanPrompt.lyrics(PLAN));
        assertThat(request.withPlan(PLAN).length()).isEqualTo(Duration.ofSeconds(28));
        assertThat(request.withPlan(PLAN.withSections(List.of(INTRO))).wordsToSing())
                .contains("la la");
    }

    @Test
    void aPlanWithinItsLimitsHasNoProblems() {
        PlanSection full = new PlanSection(
                "n".repeat(100),
                Duration.ofSeconds(20),
                Collections.nCopies(50, "s"),
                Collections.nCopies(50, "s"),
                Collections.nCopies(30, "l".repeat(200)),
                Optional.empty());

        assertThat(PlanPolicy.problems(new CompositionPlan(
                        Collections.nCopies(50, "s"), Collections.nCopies(50, "s"), Collections.nCopies(30, full))))
                .isEmpty();
    }

    @Test
    void everyProblemOfAPlanIsNamedAtOnce() {
        PlanSection bad = new PlanSection(
                " ",
                Duration.ofSeconds(121),
                Collections.nCopies(51, "s"),
                List.of(),
                Collections.nCopies(31, "l".repeat(201)),
                Optional.empty());

        assertThat(PlanPolicy.problems(
                        new CompositionPlan(List.of(), Collections.nCopies(52, "s"), Collections.nCopies(31, bad))))
                .contains(
                        new PlanProblem.TooManySections(30, 31),
                        new PlanProblem.TooManyStyles(0, 50, 52),
                        new PlanProblem.NameOutOfRange(1, 100),
                        new PlanProblem.SectionLengthOutOfRange(31, Duration.ofSeconds(3), Duration.ofSeconds(120)),
                        new PlanProblem.TooManyStyles(1, 50, 51),
                        new PlanProblem.TooManyLines(1, 30, 31),
                        new PlanProblem.LineTooLong(1, 200, 201),
                        new PlanProblem.LengthOutOfRange(Duration.ofSeconds(3), Duration.ofMinutes(10)));
        assertThat(PlanPolicy.problems(new CompositionPlan(List.of(), List.of(), List.of())))
                .containsExactly(new PlanProblem.NoSections());
    }

    @Test
    void aKeptPartMayBeShorterThanAnythingThatIsMade() {
        PlanSection kept = PlanSection.kept("Hit", new Excerpt("song-1", Duration.ZERO, Duration.ofMillis(500)));

        assertThat(PlanPolicy.problems(new CompositionPlan(List.of(), List.of(), List.of(INTRO, kept))))
                .isEmpty();
    }
}
