package dev.earworm.providers.synth.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.providers.synth.prompt.Wishes.Company;
import dev.earworm.providers.synth.prompt.Wishes.Drums;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Meter;
import dev.earworm.providers.synth.theory.Mode;
import dev.earworm.providers.synth.theory.Texture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptReaderTest {
    private final PromptReader reader = new PromptReader();

    @ParameterizedTest
    @CsvSource({
        "lo-fi piano with light rain, lo-fi",
        "LoFi beats to study, lo-fi",
        "Lo‐Fi Hip Hop, lo-fi",
        "ambient drone, ambient",
        "deep house, house",
        "TECHNO!!!, techno",
        "liquid drum & bass, drum-and-bass",
        "dnb, drum-and-bass",
        "drum'n'bass roller, drum-and-bass",
        "punk rock, punk",
        "heavy metal, metal",
        "jazz, jazz",
        "bossa nova at the beach, bossa-nova",
        "a Viennese waltz, waltz",
        "baroque fugue, baroque",
        "folk song, folk",
        "country road, country",
        "roots reggae, reggae",
        "funky groove, funk",
        "disco, disco",
        "synthwave, synthwave",
        "80s, synthwave",
        "8-bit, chiptune",
        "8 bit video game, chiptune",
        "boom bap, hip-hop",
        "trap, trap",
        "epic orchestral, cinematic",
        "a lullaby, lullaby",
        "military march, march",
        "slow blues, blues",
        "gospel, gospel",
        "salsa, salsa",
        "flamenco, flamenco",
        "irish jig, celtic",
        "medieval tavern, medieval",
        "japanese garden, oriental",
        "merry christmas, christmas",
        "Weihnachten, christmas",
        "ein Walzer, waltz",
        "une berceuse, lullaby",
        "canción de fiesta, salsa",
        "jazzy lo-fi, lo-fi",
        "celtic rock, rock",
        "rock and roll, rock",
        "house with a funk bassline, house",
        "christmas jazz, jazz",
        "jazz waltz, jazz",
        "Klavierballade, ballad",
    })
    void findsTheLeadingGenre(String prompt, String genre) {
        assertThat(reader.read(prompt).genres()).first().isEqualTo(genre);
    }

    @ParameterizedTest
    @CsvSource({
        "a sad song, SAD",
        "melancholy, SAD",
        "traurige Musik, SAD",
        "chanson triste, SAD",
        "happy, HAPPY",
        "fröhlich, HAPPY",
        "música alegre, HAPPY",
        "dark and evil, DARK",
        "calm, CALM",
        "EPIC, EPIC",
        "tense chase, TENSE",
        "romantic dinner, ROMANTIC",
        "dreamy, DREAMY",
        "mysterious, MYSTERIOUS",
        "playful kitten, PLAYFUL",
        "nostalgic, NOSTALGIC",
        "energetic workout, ENERGETIC",
        "😢, SAD",
        "🔥🔥🔥, ENERGETIC",
        "❤️, ROMANTIC",
    })
    void findsTheMood(String prompt, Mood mood) {
        assertThat(reader.read(prompt).moods()).contains(mood);
    }

    @ParameterizedTest
    @CsvSource({
        "techno 130 bpm, 130",
        "130bpm techno, 130",
        "at 72 beats per minute, 72",
        "tempo: 90, 90",
        "BPM = 174, 174",
        "9999 bpm, 220",
        "1 bpm, 40",
    })
    void readsTheTempo(String prompt, int beats) {
        assertThat(reader.read(prompt).beatsPerMinute()).hasValue(beats);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a song for 120 people", "24/7 lo-fi", "80s", "99999999999999999999"})
    void takesNoOtherNumberForATempo(String prompt) {
        assertThat(reader.read(prompt).beatsPerMinute()).isEmpty();
    }

    @Test
    void beatsPerMinuteAreNoDrums() {
        assertThat(reader.read("calm, 60 beats per minute").drums()).isEqualTo(Drums.AS_THE_GENRE_HAS_THEM);
    }

    @ParameterizedTest
    @CsvSource({
        "piano in D minor, 2, MINOR",
        "C# major, 1, MAJOR",
        "c sharp minor, 1, MINOR",
        "Eb dorian, 3, DORIAN",
        "e♭ major, 3, MAJOR",
        "in the key of G, 7,",
        "song in F#m, 6, MINOR",
        "techno in A, 9,",
        "a minor, 9, MINOR",
        "B phrygian, 11, PHRYGIAN",
        "G mixolydian jam, 7, MIXOLYDIAN",
        "F lydian, 5, LYDIAN",
        "E harmonic minor, 4, HARMONIC_MINOR",
        "fis-moll, 6, MINOR",
        "Es-Dur, 3, MAJOR",
        "h-moll, 11, MINOR",
        "B-Dur, 10, MAJOR",
        "la mineur, 9, MINOR",
        "do mayor, 0, MAJOR",
        "si bemol mayor, 10, MAJOR",
    })
    void readsTheKey(String prompt, int tonic, Mode mode) {
        Wishes wishes = reader.read(prompt);

        assertThat(wishes.tonic()).hasValue(tonic);
        if (mode != null) {
            assertThat(wishes.mode()).contains(mode);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"in a forest", "a song in a minor key", "in a major mood", "a bee in B-land", "I do major work"})
    void takesNoArticleForAKey(String prompt) {
        assertThat(reader.read(prompt).tonic()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "waltz, THREE_FOUR",
        "something in 3/4, THREE_FOUR",
        "6/8 ballad, SIX_EIGHT",
        "5/4, FIVE_FOUR",
        "rock in 7/8, SEVEN_EIGHT",
        "4/4, FOUR_FOUR",
        "Dreivierteltakt, THREE_FOUR"
    })
    void readsTheMeter(String prompt, Meter meter) {
        assertThat(reader.read(prompt).meter()).contains(meter);
    }

    @ParameterizedTest
    @CsvSource({
        "very slow, VERY_SLOW",
        "slowly, SLOW",
        "andante, MEDIUM",
        "fast and furious, FAST",
        "presto, VERY_FAST",
        "langsam, SLOW",
        "très vite, FAST"
    })
    void readsThePace(String prompt, Pace pace) {
        assertThat(reader.read(prompt).pace()).contains(pace);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "piano | PIANO",
                "piano and violin | PIANO VIOLIN",
                "electric piano | E_PIANO",
                "guitar | NYLON_GUITAR",
                "electric guitar | CLEAN_GUITAR",
                "distorted guitars | DISTORTED_GUITAR",
                "sax | SAXOPHONE",
                "music box | MUSIC_BOX",
                "sitar, flute and tabla | SITAR FLUTE",
                "Geigen | VIOLIN",
                "flûtes | FLUTE",
                "🎻🎹 | VIOLIN PIANO",
                "strings, choir | STRINGS CHOIR",
                "without piano, violin | VIOLIN",
                "violin but no piano | VIOLIN",
            })
    void findsTheInstruments(String prompt, String instruments) {
        List<Instrument> expected = Arrays.stream(instruments.split(" ", -1))
                .map(Instrument::valueOf)
                .toList();

        assertThat(reader.read(prompt).instruments()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "rain, RAIN",
        "heavy rain, RAIN",
        "Regen, RAIN",
        "ocean waves, OCEAN",
        "snowy, WIND",
        "river, STREAM",
        "birdsong, BIRDS",
        "crickets, NIGHT",
        "fireplace, FIRE",
        "vinyl crackle, VINYL",
        "outer space, SPACE",
        "🌧️, RAIN",
        "🌊, OCEAN"
    })
    void findsTheTextures(String prompt, Texture texture) {
        assertThat(reader.read(prompt).textures()).contains(texture);
    }

    @ParameterizedTest
    @CsvSource({
        "no drums, UNWANTED",
        "house without drums, UNWANTED",
        "drumless, UNWANTED",
        "beatless ambient, UNWANTED",
        "ohne Schlagzeug, UNWANTED",
        "sans batterie, UNWANTED",
        "no piano or drums, UNWANTED",
        "no loud drums, UNWANTED",
        "without any drums at all, UNWANTED",
        "big drums, WANTED",
        "no piano but drums, WANTED",
        "not a loud drum, WANTED",
        "jazz, AS_THE_GENRE_HAS_THEM",
    })
    void mindsWhetherDrumsAreWanted(String prompt, Drums drums) {
        assertThat(reader.read(prompt).drums()).isEqualTo(drums);
    }

    @Test
    void aNoReachesThroughAListButNotBeyondAComma() {
        Wishes wishes = reader.read("no piano, guitar or bass? just kidding: without flute and harp, peaceful rain");

        assertThat(wishes.unwanted()).contains(Instrument.PIANO, Instrument.FLUTE, Instrument.HARP);
        assertThat(wishes.textures()).contains(Texture.RAIN);
        assertThat(wishes.moods()).contains(Mood.CALM);
    }

    @Test
    void aRefusedMoodIsGone() {
        assertThat(reader.read("sad, no wait, not sad, happy").moods()).containsExactly(Mood.HAPPY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solo piano | NOBODY_ELSE",
                "piano solo | NOBODY_ELSE",
                "just a piano | NOBODY_ELSE",
                "only violin and cello | NOBODY_ELSE",
                "unaccompanied cello | NOBODY_ELSE",
                "jazz with a sax solo | AS_THE_GENRE_HAS_IT",
                "just a chill song, piano | AS_THE_GENRE_HAS_IT",
                "piano | AS_THE_GENRE_HAS_IT",
            })
    void mindsWhetherTheNamedPlayersAreAlone(String prompt, Company company) {
        assertThat(reader.read(prompt).company()).isEqualTo(company);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀",
                " ",
                "悲しいピアノ",
                "\u0000\u0001",
                "@everyone **bold** <@1234>",
                "no",
                "without",
                "solo",
                "no no no no",
                "\uD83D",
                "&",
                "in",
                "key of",
                "bpm"
            })
    void anyTextIsFine(String prompt) {
        assertThat(reader.read(prompt)).isNotNull();
    }

    @Test
    void aVeryLongPromptIsReadInABlink() {
        String prompt =
                Stream.generate(() -> "sad piano without drums and ").limit(240).reduce("", String::concat);

        Wishes wishes = reader.read(prompt);

        assertThat(wishes.instruments()).containsExactly(Instrument.PIANO);
        assertThat(wishes.drums()).isEqualTo(Drums.UNWANTED);
    }
}
