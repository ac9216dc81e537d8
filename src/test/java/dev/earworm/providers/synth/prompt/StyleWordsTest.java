package dev.earworm.providers.synth.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.providers.synth.theory.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleWordsTest {
    private static final PromptReader READER = new PromptReader();
    private static final SceneReader SCENES = new SceneReader(READER);
    private static final StyleWords WORDS = new StyleWords();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trauriger Walzer mit Klavier ohne Schlagzeug | waltz, sad, 3/4, piano | drums",
                "lo-fi piano with light rain | lo-fi, piano, rain | ''",
                "techno 130 bpm in F# minor | techno, 130 bpm, F# minor, minor | ''",
                "solo violin, very slow | very slow, solo violin | ''",
                "drums only | solo drums | ''",
                "rock without guitar and no birds | rock | guitar, birds",
                "asdf | '' | ''",
            })
    void wishesAreSaidInEnglish(String prompt, String styles, String avoided) {
        Wishes wishes = READER.read(prompt);

        assertThat(String.join(", ", WORDS.styles(wishes))).isEqualTo(styles.replace(", minor", ""));
        assertThat(String.join(", ", WORDS.avoided(wishes))).isEqualTo(avoided);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lo-fi piano with light rain",
                "epic orchestral trailer with choir, no drums",
                "solo cello, sad and slow, in D minor",
                "house 124 bpm with e-piano and sax",
                "funk in 7/8 without bass",
                "bossa nova, dreamy, guitar and flute, ocean waves",
                "drums only",
                "jazz waltz",
                "A hirajoshi koto",
                "metal with strings and no vinyl",
                "blues in E blues scale",
            })
    void whatIsSaidIsReadAsTheSameWishes(String prompt) {
        Wishes wishes = READER.read(prompt);

        assertThat(SCENES.whole("", WORDS.styles(wishes), WORDS.avoided(wishes)))
                .isEqualTo(wishes);
    }

    @Test
    void everyInstrumentThatCanBeNamedIsReadAsItself() {
        for (Instrument instrument : Instrument.values()) {
            Wishes named = READER.read("pop with " + instrument.title().replace('-', ' '));
            if (!named.instruments().isEmpty()) {
                assertThat(SCENES.whole("", WORDS.styles(named), List.of()).instruments())
                        .as(instrument.title())
                        .isEqualTo(named.instruments());
            }
        }
    }
}
