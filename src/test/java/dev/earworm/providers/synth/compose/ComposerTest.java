package dev.earworm.providers.synth.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earworm.providers.synth.prompt.PromptReader;
import dev.earworm.providers.synth.prompt.Wishes;
import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.score.Part;
import dev.earworm.providers.synth.score.Player;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.score.Score;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Key;
import dev.earworm.providers.synth.theory.Meter;
import dev.earworm.providers.synth.theory.Mode;
import dev.earworm.providers.synth.theory.Texture;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerTest {
    private static final PromptReader READER = new PromptReader();
    private static final Composer COMPOSER = new Composer();
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Test
    void theSameSeedGivesTheSameScore() {
        Score first = compose("sad jazz with rain", HALF_A_MINUTE, 5);

        Score second = new Composer().compose(new PromptReader().read("sad jazz with rain"), HALF_A_MINUTE, 5);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherSeedGivesAnotherScore() {
        Set<List<Note>> tunes = LongStream.range(0, 20)
                .mapToObj(seed -> tune(compose("pop song", HALF_A_MINUTE, seed)))
                .collect(Collectors.toSet());

        assertThat(tunes).hasSize(20);
    }

    @Test
    void theMelodyStaysInTheScaleUnlessTheChordHasLeftIt() {
        for (long seed = 0; seed < 40; seed++) {
            Score score = compose("folk song in G major", HALF_A_MINUTE, seed);

            assertThat(score.key()).isEqualTo(new Key(7, Mode.MAJOR));
            assertThat(tune(score)).isNotEmpty().allMatch(note -> score.key().hasInMelody(note.pitch()));
        }
    }

    @Test
    void aPentatonicMelodyHasFiveNotes() {
        Set<Integer> classes = tune(compose("koto, A hirajoshi", Duration.ofMinutes(2), 3)).stream()
                .map(note -> note.pitch() % 12)
                .collect(Collectors.toSet());

        assertThat(Set.of(9, 11, 0, 4, 5)).containsAll(classes);
    }

    @Test
    void theMelodyComesHome() {
        for (long seed = 0; seed < 20; seed++) {
            Score score = compose("folk song in D minor", HALF_A_MINUTE, seed);
            Note last = tune(score).getLast();

            assertThat(Math.floorMod(last.pitch() - 2, 12)).isIn(0, 3);
            assertThat(last.start()).isCloseTo(score.end(), within(0.1));
        }
    }

    @Test
    void theMelodyLiesWhereItsInstrumentSoundsBest() {
        for (Instrument instrument : Instrument.values()) {
            Score score = compose("solo " + instrument.title().replace('-', ' '), HALF_A_MINUTE, 1);

            assertThat(score.parts(Role.LEAD).flatMap(part -> part.notes().stream()))
                    .as(instrument.title())
                    .allMatch(note -> note.pitch() >= 20 && note.pitch() <= 104);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"house without drums", "no drums, rock", "drumless jazz", "techno ohne Schlagzeug"})
    void noDrumsMeansNoDrums(String prompt) {
        for (long seed = 0; seed < 10; seed++) {
            assertThat(compose(prompt, HALF_A_MINUTE, seed).parts(Role.DRUMS)).isEmpty();
        }
    }

    @Test
    void drumsThatAreWantedPlayEvenWhereTheGenreHasNone() {
        assertThat(compose("ambient with drums", HALF_A_MINUTE, 1).parts(Role.DRUMS))
                .isNotEmpty();
    }

    @Test
    void aSoloPianoIsAlone() {
        for (long seed = 0; seed < 10; seed++) {
            assertThat(compose("solo piano", HALF_A_MINUTE, seed).parts())
                    .isNotEmpty()
                    .allMatch(part -> part.player().equals(new Player.Soloist(Instrument.PIANO)));
        }
    }

    @Test
    void aSoloViolinPlaysFromBeginningToEnd() {
        Score score = compose("solo violin", Duration.ofSeconds(60), 4);

        assertThat(score.parts()).singleElement().matches(part -> part.role() == Role.LEAD);
        assertThat(tune(score).getFirst().start()).isLessThan(4);
    }

    @Test
    void onlyDrumsIsADrumPiece() {
        Score score = compose("drums only", HALF_A_MINUTE, 4);

        assertThat(score.parts()).singleElement().matches(part -> part.role() == Role.DRUMS);
    }

    @ParameterizedTest
    @CsvSource({"rock without guitar, GUITAR", "jazz without bass, BASS", "orchestra without strings, STRINGS"})
    void unwantedInstrumentsStayAway(String prompt, String kind) {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(compose(prompt, HALF_A_MINUTE, seed).parts())
                    .extracting(part -> part.player().toString())
                    .noneMatch(player -> player.endsWith(kind + "]"));
        }
    }

    @Test
    void namedInstrumentsAreHeard() {
        for (Instrument instrument : Instrument.values()) {
            String name = instrument.title().replace('-', ' ');
            List<Instrument> read = READER.read("pop with " + name).instruments();

            Score score = compose("pop with " + name, HALF_A_MINUTE, 9);

            assertThat(score.parts())
                    .as(name)
                    .extracting(Part::player)
                    .containsAll(read.stream().map(Player.Soloist::new).toList());
        }
    }

    @Test
    void aThirdPluckedInstrumentHasSomethingToPlayInEveryGenre() {
        for (Genre genre : new Repertoire().genres()) {
            assertThat(compose(genre.name() + " with guitar, banjo and sitar", HALF_A_MINUTE, 9)
                            .parts())
                    .as(genre.name())
                    .isNotEmpty();
        }
    }

    @Test
    void theWeatherIsHeard() {
        assertThat(compose("piano and rain", HALF_A_MINUTE, 1).parts(Role.TEXTURE))
                .extracting(Part::player)
                .contains(new Player.Ambience(Texture.RAIN));
    }

    @ParameterizedTest
    @CsvSource({"techno 130 bpm, 130", "ballad at 61 bpm, 61", "jazz 200 bpm, 200", "waltz 90 bpm, 90"})
    void anAskedTempoIsKept(String prompt, double tempo) {
        assertThat(compose(prompt, HALF_A_MINUTE, 1).timeline().beatsPerMinute())
                .isCloseTo(tempo, within(0.01));
    }

    @Test
    void slowIsSlowerThanFast() {
        assertThat(compose("slow folk", HALF_A_MINUTE, 1).timeline().beatsPerMinute())
                .isLessThan(compose("fast folk", HALF_A_MINUTE, 1).timeline().beatsPerMinute() * 0.8);
    }

    @ParameterizedTest
    @CsvSource({"rock in C# minor, 1, MINOR", "lo-fi in Eb dorian, 3, DORIAN", "pop in F lydian, 5, LYDIAN"})
    void anAskedKeyIsKept(String prompt, int tonic, Mode mode) {
        assertThat(compose(prompt, HALF_A_MINUTE, 1).key()).isEqualTo(new Key(tonic, mode));
    }

    @ParameterizedTest
    @CsvSource({"waltz, THREE_FOUR", "rock in 7/8, SEVEN_EIGHT", "pop in 5/4, FIVE_FOUR", "jig, SIX_EIGHT"})
    void anAskedMeterIsKept(String prompt, Meter meter) {
        assertThat(compose(prompt, HALF_A_MINUTE, 1).meter()).isEqualTo(meter);
    }

    @Test
    void feelingsChooseTheMode() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(compose("happy pop", HALF_A_MINUTE, seed).key().mode().isMinor())
                    .isFalse();
            assertThat(compose("sad pop", HALF_A_MINUTE, seed).key().mode().isMinor())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 9, 17, 30, 61, 119, 300})
    void theLastChordRingsWithinTheLength(int seconds) {
        for (Genre genre : new Repertoire().genres()) {
            Score score = compose(genre.name(), Duration.ofSeconds(seconds), seconds);
            double end = score.timeline().secondsAt(score.end());

            assertThat(end).as(genre.name()).isBetween(0.5 * seconds - 1, seconds - 0.5);
            assertThat(seconds - end).as(genre.name()).isLessThan(7);
        }
    }

    @Test
    void everyGenreGoesWithEveryMeterAndMode() {
        for (Genre genre : new Repertoire().genres()) {
            for (Meter meter : Meter.values()) {
                for (Mode mode : Mode.values()) {
                    String prompt = genre.name() + " in G " + mode.title() + ", " + meter.title();

                    Score score = compose(prompt, Duration.ofSeconds(20), 2);

                    assertThat(score.parts()).as(prompt).isNotEmpty();
                    assertThat(score.meter()).as(prompt).isEqualTo(meter);
                }
            }
        }
    }

    @Test
    void everyGenreIsFoundByItsOwnFirstWord() {
        for (Genre genre : new Repertoire().genres()) {
            String word = genre.table().row("words").orElseThrow().values().getFirst();

            assertThat(READER.read(word).genres()).as(word).first().isEqualTo(genre.name());
        }
    }

    @Test
    void everyHintNamesAGenre() {
        Repertoire repertoire = new Repertoire();

        assertThat(repertoire.anyGenres()).isNotEmpty().allSatisfy(repertoire::genre);
        for (Instrument instrument : Instrument.values()) {
            assertThat(repertoire.hints("instrument", instrument.title())).allSatisfy(repertoire::genre);
        }
        for (Texture texture : Texture.values()) {
            assertThat(repertoire.hints("texture", texture.name())).isNotEmpty().allSatisfy(repertoire::genre);
        }
    }

    @Test
    void wordsThatNobodyKnowsStillMakeADifference() {
        assertThat(Chance.hash("asdf")).isNotEqualTo(Chance.hash("qwer"));
        assertThat(compose("asdf", HALF_A_MINUTE, Chance.hash("asdf")))
                .isNotEqualTo(compose("qwer", HALF_A_MINUTE, Chance.hash("qwer")));
    }

    @Test
    void aPieceOpensThinnerThanItsChorus() {
        Score score = compose("synthwave", Duration.ofSeconds(90), 1);
        double bar = score.meter().beats();

        assertThat(notesBetween(score, 0, 4 * bar)).isLessThan(notesBetween(score, 12 * bar, 16 * bar));
    }

    @Test
    void theThemeComesBack() {
        Score score = compose("folk in C major, solo flute", Duration.ofSeconds(60), 8);
        List<Integer> pitches = tune(score).stream().map(Note::pitch).toList();

        List<Integer> opening = pitches.subList(0, 6);

        assertThat(java.util.Collections.indexOfSubList(pitches.subList(6, pitches.size()), opening))
                .isNotNegative();
    }

    private static long notesBetween(Score score, double start, double end) {
        return score.parts().stream()
                .flatMap(part -> part.notes().stream())
                .filter(note -> note.start() >= start - 0.1 && note.start() < end - 0.1)
                .count();
    }

    private static List<Note> tune(Score score) {
        return score.parts(Role.LEAD).findFirst().orElseThrow().notes();
    }

    private static Score compose(String prompt, Duration length, long seed) {
        Wishes wishes = READER.read(prompt);
        return COMPOSER.compose(wishes, length, seed);
    }
}
