package dev.earworm.providers.synth.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.earworm.providers.synth.compose.Outline.Passage;
import dev.earworm.providers.synth.compose.Section.Theme;
import dev.earworm.providers.synth.prompt.PromptReader;
import dev.earworm.providers.synth.prompt.SceneReader;
import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.score.Part;
import dev.earworm.providers.synth.score.Player;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.score.Score;
import dev.earworm.providers.synth.score.Swell;
import dev.earworm.providers.synth.score.Timeline;
import dev.earworm.providers.synth.score.Timeline.Stretch;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Instrument;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces that are composed section by section, heard through their notes. */
class OutlineTest {
    private static final PromptReader PROMPTS = new PromptReader();
    private static final SceneReader SCENES = new SceneReader(PROMPTS);
    private static final Composer COMPOSER = new Composer();

    /** Players anticipate or drag by a few hundredths of a second, and swing. */
    private static final double LOOSENESS = 0.15;

    @ParameterizedTest
    @ValueSource(strings = {"pop", "ambient", "waltz", "techno 131 bpm", "ballad 40 bpm", "funk in 7/8", "solo violin"})
    void everySectionBeginsExactlyWhereTheOutlineSays(String prompt) {
        Form form = form(prompt, outline("Intro 7", "Verse 21", "Chorus 16", "Break 3", "Chorus 33", "Outro 5"));

        double[] starts = {0, 7, 28, 44, 47, 80};
        for (int i = 1; i < starts.length; i++) {
            Section section = form.sections().get(i);
            double start = form.timeline().secondsAt(form.beatOf(section.firstBar()));
            assertThat(start).as("%s: %s", prompt, section.kind()).isCloseTo(starts[i], within(1e-6));
            assertThat(section.firstBar()).isEqualTo(form.sections().get(i - 1).endBar());
        }
        assertThat(form.sections().getLast().endBar()).isEqualTo(form.bars());
        assertThat(form.timeline().secondsAt(form.end())).isBetween(80.5, 84.6);
    }

    @Test
    void theTempoBendsOnlyALittleWhereTheSectionsAllowIt() {
        List<Passage> passages = outline("Intro 8", "Verse 16", "Chorus 16", "Outro 12");
        double wanted = 60 / brief("pop", passages).tempo();
        Timeline timeline = form("pop", passages).timeline();

        double first = timeline.beatSecondsAt(0);
        assertThat(first).isCloseTo(wanted, within(wanted * 0.16));
        assertThat(timeline.stretches())
                .extracting(Stretch::beatSeconds)
                .allSatisfy(beat -> assertThat(beat).isCloseTo(first, within(first * 0.08)));
    }

    @Test
    void thePieceIsAsLongAsItsSectionsTogether() {
        Score score = compose("jazz", outline("Intro 4", "Verse 9"));

        assertThat(score.length()).isEqualTo(Duration.ofSeconds(13));
    }

    @Test
    void theSameOutlineMakesTheSamePiece() {
        assertThat(compose("lo-fi", outline("Intro 8", "Chorus 12")))
                .isEqualTo(compose("lo-fi", outline("Intro 8", "Chorus 12")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rock", "house", "pop", "trap", "disco"})
    void drumsWaitForTheVerse(String prompt) {
        Score score = compose(prompt, outline("Intro 10", "Verse 20", "Break 10", "Chorus 20"));

        assertThat(notes(score, Role.DRUMS, 0, 10)).isEmpty();
        assertThat(notes(score, Role.DRUMS, 10, 30)).isNotEmpty();
        assertThat(notes(score, Role.DRUMS, 30, 40)).isEmpty();
        assertThat(notes(score, Role.DRUMS, 40, 60)).isNotEmpty();
    }

    @Test
    void drumsThatAreNamedDoNotWait() {
        Score score = compose("rock", List.of(passage("Intro", 10, "drums"), passage("Verse", 10)));

        assertThat(notes(score, Role.DRUMS, 0, 10)).isNotEmpty();
    }

    @Test
    void drumsAreSilentWhereTheyAreAvoided() {
        Score score = compose(
                "house", List.of(passage("Chorus", 16), avoiding("Chorus", 16, "drums"), passage("Chorus", 16)));

        assertThat(notes(score, Role.DRUMS, 0, 16)).isNotEmpty();
        assertThat(notes(score, Role.DRUMS, 16, 32)).isEmpty();
        assertThat(notes(score, Role.DRUMS, 32, 48)).isNotEmpty();
    }

    @Test
    void drumsThatNobodyWantsInThePieceDoNotComeForASection() {
        assertThat(compose("house without drums", List.of(passage("Chorus", 20, "drums")))
                        .parts(Role.DRUMS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pop", "synthwave", "rock", "folk"})
    void aChorusIsFullerThanTheIntro(String prompt) {
        Score score = compose(prompt, outline("Intro 16", "Verse 16", "Chorus 16", "Outro 16"));

        assertThat(all(score, 0, 16).size()).isLessThan(all(score, 32, 48).size());
    }

    @Test
    void wordsMakeASectionSparserOrFuller() {
        Section plain = form("pop", List.of(passage("Verse", 16))).sections().getFirst();
        Section sparse =
                form("pop", List.of(passage("Verse", 16, "sparse"))).sections().getFirst();
        Section loud = form("pop", List.of(passage("Verse", 16, "huge", "energetic")))
                .sections()
                .getFirst();

        assertThat(sparse.intensity()).isLessThan(plain.intensity());
        assertThat(loud.intensity()).isGreaterThan(plain.intensity());
    }

    @Test
    void anInstrumentThatASectionNamesIsAGuestThere() {
        Score score =
                compose("lo-fi", List.of(passage("Verse", 16), passage("Verse", 16, "bagpipes"), passage("Outro", 8)));

        assertThat(player(score, Instrument.BAGPIPES, 0, 16)).isEmpty();
        assertThat(player(score, Instrument.BAGPIPES, 16, 32)).isNotEmpty();
        assertThat(player(score, Instrument.BAGPIPES, 32, 40)).isEmpty();
    }

    @Test
    void aSoloInANameHasTheTune() {
        Score score =
                compose("jazz", List.of(passage("Verse", 16), passage("Bagpipes solo", 16), passage("Verse", 16)));

        assertThat(score.parts(Role.LEAD).map(Part::player)).contains(new Player.Soloist(Instrument.BAGPIPES));
    }

    @Test
    void anInstrumentThatASectionAvoidsIsSilentThere() {
        Score score =
                compose("rock with organ", List.of(passage("Chorus", 16), avoiding("Chorus", 16, "organ", "guitar")));

        assertThat(player(score, Instrument.ORGAN, 0, 16)).isNotEmpty();
        assertThat(player(score, Instrument.ORGAN, 16, 32)).isEmpty();
        assertThat(all(score, 16, 32)).isNotEmpty();
    }

    @Test
    void aSoloSectionHasOnePlayer() {
        Score score = compose("pop with piano", List.of(passage("Intro", 16, "solo piano"), passage("Chorus", 16)));

        assertThat(playing(score, 0, 16)).containsOnly(new Player.Soloist(Instrument.PIANO));
        assertThat(playing(score, 16, 32).count()).isGreaterThan(2);
    }

    @Test
    void anOutroFades() {
        Score score = compose("ambient", outline("Verse 20", "Outro 20"));
        List<Swell> swells = score.parts(Role.CHORDS).findFirst().orElseThrow().swells();

        assertThat(level(score, swells, 36)).isLessThan(level(score, swells, 21) * 0.7);
    }

    @Test
    void namesThatTellNoPlaceTakeTurnsAndComeBack() {
        List<Section> sections =
                form("pop", outline("Pines 8", "River 8", "Pines 8", "Stars 8")).sections();

        assertThat(sections).extracting(Section::theme).containsExactly(Theme.A, Theme.B, Theme.A, Theme.C);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"drums only", "bass and drums only", "solo violin", "solo bass", "choir only", "piano only"})
    void noSectionIsSilentBecauseItsPlayersAreFew(String prompt) {
        Score score = compose(prompt, outline("Intro 8", "Verse 8", "Break 8", "Bridge 8", "Outro 8"));

        for (int start = 0; start < 40; start += 8) {
            assertThat(all(score, start, start + 8))
                    .as("%s at %d s", prompt, start)
                    .isNotEmpty();
        }
    }

    @Test
    void everyGenreFollowsAnOutlineOfTheShortestSectionsAndManyGuests() {
        String[] guests = {"flute", "sitar", "tuba", "banjo", "choir", "kalimba", "oboe", "harp", "koto", "celesta"};
        List<Passage> passages = Arrays.stream(guests)
                .map(guest -> passage("Verse", 3, guest, "violin", "guitar"))
                .toList();
        for (Genre genre : new Repertoire().genres()) {
            Score score = compose(genre.name(), passages);

            assertThat(score.parts().stream().filter(part -> part.role() != Role.DRUMS))
                    .as(genre.name())
                    .hasSizeBetween(1, 15);
            assertThat(score.timeline().secondsAt(score.end())).isBetween(28.0, 29.5);
        }
    }

    @Test
    void aPieceNeedsASection() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Outline(List.of()));
    }

    private static List<Passage> outline(String... sections) {
        return Arrays.stream(sections)
                .map(text -> text.split(" ", -1))
                .map(words -> passage(words[0], Integer.parseInt(words[1])))
                .toList();
    }

    private static Passage passage(String name, int seconds, String... styles) {
        return new Passage(SCENES.scene(name, List.of(styles), List.of()), Duration.ofSeconds(seconds));
    }

    private static Passage avoiding(String name, int seconds, String... avoided) {
        return new Passage(SCENES.scene(name, List.of(), List.of(avoided)), Duration.ofSeconds(seconds));
    }

    private static Score compose(String prompt, List<Passage> passages) {
        return COMPOSER.compose(PROMPTS.read(prompt), new Outline(passages), 5);
    }

    private static Brief brief(String prompt, List<Passage> passages) {
        Outline outline = new Outline(passages);
        return new Producer(new Repertoire()).brief(PROMPTS.read(prompt), outline.length(), new Chance(5));
    }

    private static Form form(String prompt, List<Passage> passages) {
        Brief brief = brief(prompt, passages);
        SceneCasting casting = new SceneCasting(brief, PROMPTS.read(prompt), new Repertoire());
        return new OutlinePlanner(brief, new Outline(passages), casting).form();
    }

    private static List<Note> notes(Score score, Role role, double from, double to) {
        return score.parts(role).flatMap(part -> between(score, part, from, to)).toList();
    }

    private static List<Note> player(Score score, Instrument instrument, double from, double to) {
        return score.parts().stream()
                .filter(part -> part.player().equals(new Player.Soloist(instrument)))
                .flatMap(part -> between(score, part, from, to))
                .toList();
    }

    private static List<Note> all(Score score, double from, double to) {
        return score.parts().stream()
                .flatMap(part -> between(score, part, from, to))
                .toList();
    }

    private static Stream<Player> playing(Score score, double from, double to) {
        return score.parts().stream()
                .filter(part -> part.role() != Role.TEXTURE)
                .filter(part -> between(score, part, from, to).findAny().isPresent())
                .map(Part::player);
    }

    private static Stream<Note> between(Score score, Part part, double from, double to) {
        return part.notes().stream().filter(note -> {
            double start = score.timeline().secondsAt(note.start());
            return start >= from + (from == 0 ? 0 : LOOSENESS) && start < to - LOOSENESS;
        });
    }

    private static double level(Score score, List<Swell> swells, double seconds) {
        return swells.stream()
                .filter(swell -> score.timeline().secondsAt(swell.beat()) <= seconds + 3)
                .reduce((_, later) -> later)
                .orElseThrow()
                .level();
    }
}
