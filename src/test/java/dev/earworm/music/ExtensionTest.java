package dev.earworm.music;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.MusicModel.Feature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExtensionTest {
    private static final MusicModel MODEL = MusicModel.named(new ModelId("studio", "one"), "One")
            .length(3, 30, 100)
            .prompt(1, 200)
            .lyrics(0, 200)
            .can(Feature.PLAN, Feature.EXTEND, Feature.INSTRUMENTAL, Feature.SEED)
            .build();
    private static final SongRequest SONG = new SongRequest(
            MODEL.id(),
            "lo-fi, light rain",
            Duration.ofSeconds(30),
            true,
            Optional.of("la la"),
            AudioFormat.OGG,
            OptionalLong.of(7),
            Optional.empty());
    private static final TrackDetails KEPT = TrackDetails.NONE.withSongId(Optional.of("song-1"));

    @Test
    void theWholeSongStaysAndASectionComesBehindIt() {
        SongRequest longer = of(new Extension(Duration.ofSeconds(20), List.of("choir"), List.of("oh")), KEPT);

        assertThat(longer.prompt()).isEqualTo("lo-fi, light rain (extended)");
        assertThat(longer.length()).isEqualTo(Duration.ofSeconds(50));
        assertThat(longer.format()).isEqualTo(AudioFormat.OGG);
        assertThat(longer.seed()).hasValue(7);
        assertThat(longer.lyrics()).isEmpty();
        assertThat(longer.plan())
                .contains(new CompositionPlan(
                        List.of("lo-fi", "light rain"),
                        List.of(),
                        List.of(
                                PlanSection.kept("Song", new Excerpt("song-1", Duration.ZERO, Duration.ofSeconds(30))),
                                PlanSection.of("Extension", Duration.ofSeconds(20), List.of("choir"), List.of("oh")))));
        assertThat(RequestPolicy.problems(longer, MODEL)).isEmpty();
    }

    @Test
    void anInstrumentalSongStaysOneUnlessWordsAreToBeSung() {
        assertThat(of(new Extension(Duration.ofSeconds(20), List.of(), List.of()), KEPT)
                        .instrumental())
                .isTrue();
        assertThat(of(new Extension(Duration.ofSeconds(20), List.of(), List.of("oh")), KEPT)
                        .instrumental())
                .isFalse();
    }

    @Test
    void itsCharacterIsThatOfThePlanThatWasReallyMade() {
        CompositionPlan made = new CompositionPlan(
                List.of("warm"),
                List.of("drums"),
                List.of(PlanSection.of("All", Duration.ofMillis(29_900), List.of(), List.of())));
        TrackDetails details = new TrackDetails(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(made),
                List.of(),
                Optional.of("song-1"),
                Optional.empty());

        CompositionPlan plan = of(new Extension(Duration.ofSeconds(20), List.of(), List.of()), details)
                .plan()
                .orElseThrow();

        assertThat(plan.styles()).containsExactly("warm");
        assertThat(plan.avoided()).containsExactly("drums");
        assertThat(plan.sections().getFirst().length()).isEqualTo(Duration.ofMillis(29_900));
    }

    @Test
    void asMuchIsPossibleAsTheModelAndOneSectionAllow() {
        assertThat(Extension.longest(SONG, KEPT, MODEL)).isEqualTo(Duration.ofSeconds(70));
        assertThat(Extension.longest(SONG.withLength(Duration.ofSeconds(99)), KEPT, MODEL))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(Extension.isPossible(SONG, KEPT, MODEL)).isTrue();
        assertThat(Extension.isPossible(SONG.withLength(Duration.ofSeconds(98)), KEPT, MODEL))
                .isFalse();
        assertThat(Extension.isPossible(SONG, TrackDetails.NONE, MODEL)).isFalse();
    }

    @Test
    void aSongThatNobodyKeepsCannotBeMadeLonger() {
        assertThat(new Extension(Duration.ofSeconds(20), List.of(), List.of()).of(SONG, TrackDetails.NONE, "longer"))
                .isEmpty();
    }

    private static SongRequest of(Extension extension, TrackDetails details) {
        return extension.of(SONG, details, SONG.prompt() + " (extended)").orElseThrow();
    }
}
