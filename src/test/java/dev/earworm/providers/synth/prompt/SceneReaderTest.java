package dev.earworm.providers.synth.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.providers.synth.prompt.Wishes.Company;
import dev.earworm.providers.synth.prompt.Wishes.Drums;
import dev.earworm.providers.synth.theory.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneReaderTest {
    private static final SceneReader READER = new SceneReader(new PromptReader());

    @ParameterizedTest
    @CsvSource({
        "Intro, INTRO",
        "VERSE 2, VERSE",
        "Pre-Chorus, BUILD_UP",
        "Build up, BUILD_UP",
        "Chorus, CHORUS",
        "Final chorus (x2), CHORUS",
        "Drop 1, CHORUS",
        "Breakdown, BREAK",
        "Middle 8, BRIDGE",
        "Guitar solo, BRIDGE",
        "Outro chorus, OUTRO",
        "Fade out, OUTRO",
    })
    void aNameTellsThePlace(String name, Station station) {
        assertThat(scene(name).station()).contains(station);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Whispering pines", "🎹", "7", "A"})
    void someNamesTellNone(String name) {
        assertThat(scene(name).station()).isEmpty();
    }

    @Test
    void aSectionThatComesBackHasTheSameName() {
        assertThat(scene("Pines 1").name()).isEqualTo(scene("pines 2").name()).isEqualTo("pines");
    }

    @Test
    void aChorusIsNoChoirAndASoloIsNotUnaccompanied() {
        assertThat(scene("Chorus").wishes().instruments()).isEmpty();
        assertThat(scene("Guitar solo").wishes().instruments()).containsExactly(Instrument.NYLON_GUITAR);
        assertThat(scene("Guitar solo").wishes().company()).isEqualTo(Company.AS_THE_GENRE_HAS_IT);
    }

    @Test
    void whatIsAvoidedIsUnwantedHoweverItIsWritten() {
        Scene scene =
                READER.scene("Verse", List.of("solo piano"), List.of("drums", "no bass", "heavy electric guitar"));

        assertThat(scene.wishes().drums()).isEqualTo(Drums.UNWANTED);
        assertThat(scene.wishes().unwanted()).contains(Instrument.FINGER_BASS, Instrument.CLEAN_GUITAR);
        assertThat(scene.wishes().instruments()).containsExactly(Instrument.PIANO);
        assertThat(scene.wishes().company()).isEqualTo(Company.NOBODY_ELSE);
    }

    @ParameterizedTest
    @CsvSource({"sparse, -1", "'huge, layered, stripped', 1", "steady, 0", "'full, sparse', 0"})
    void fullnessIsCounted(String styles, double fullness) {
        assertThat(READER.scene("Verse", List.of(styles.split(",", -1)), List.of())
                        .fullness())
                .isEqualTo(fullness);
    }

    @Test
    void thePromptsGenreLeads() {
        Wishes wishes = READER.whole("lo-fi", List.of("jazz", "mellow piano"), List.of("drums"));

        assertThat(wishes.genres()).startsWith("lo-fi");
        assertThat(wishes.instruments()).containsExactly(Instrument.PIANO);
        assertThat(wishes.drums()).isEqualTo(Drums.UNWANTED);
    }

    private static Scene scene(String name) {
        return READER.scene(name, List.of(), List.of());
    }
}
