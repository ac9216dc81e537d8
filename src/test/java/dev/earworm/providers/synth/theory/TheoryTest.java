package dev.earworm.providers.synth.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TheoryTest {
    private static final Key C_MAJOR = new Key(0, Mode.MAJOR);

    @ParameterizedTest
    @CsvSource({
        "I, 0 4 7",
        "vi, 9 0 4",
        "V7, 7 11 2 5",
        "bVII, 10 2 5",
        "ii7, 2 5 9 0",
        "IVmaj7, 5 9 0 4",
        "viio, 11 2 5",
        "I5, 0 7",
        "Vsus4, 7 0 2",
        "#ivo7, 6 9 0 3",
        "iih7, 2 5 8 0",
        "V7b9, 7 11 2 5 8",
    })
    void numeralsAreChordsOfTheKey(String numeral, String classes) {
        Chord chord = Numeral.parse(numeral).in(C_MAJOR);

        assertThat(chord.pitchClasses())
                .containsExactlyElementsOf(Arrays.stream(classes.split(" ", -1))
                        .map(Integer::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"I/3, 4", "V/3, 11", "I/5, 7", "V7/7, 5", "IV, 5"})
    void aSlashPutsAMemberIntoTheBass(String numeral, int bass) {
        assertThat(Numeral.parse(numeral).in(C_MAJOR).bass()).isEqualTo(bass);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "I99", "bb", "I/9", "IIII"})
    void whatIsNoNumeralIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Numeral.parse(text));
    }

    @Test
    void aKeyKnowsItsNotes() {
        Key key = new Key(2, Mode.MINOR);

        assertThat(key).hasToString("D minor");
        assertThat(key.melodyPitches(60, 72)).containsExactly(60, 62, 64, 65, 67, 69, 70, 72);
        assertThat(key.hasInHarmony(61)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"FOUR_FOUR, 16, 4", "THREE_FOUR, 12, 3", "SIX_EIGHT, 12, 3", "FIVE_FOUR, 20, 5", "SEVEN_EIGHT, 14, 3.5"
    })
    void metersHaveTheirLengths(Meter meter, int steps, double beats) {
        assertThat(meter.steps()).isEqualTo(steps);
        assertThat(meter.beats()).isEqualTo(beats);
    }

    @Test
    void theDiceFallTheSameForEver() {
        Chance chance = new Chance(42);

        assertThat(IntStream.range(0, 6).map(_ -> chance.below(100))).containsExactly(89, 65, 76, 74, 80, 56);
        assertThat(Chance.hash("lo-fi")).isEqualTo(Chance.hash("lo-fi")).isNotEqualTo(Chance.hash("lo-fj"));
    }

    @Test
    void forkedDiceDoNotDependOnWhatWasThrownBefore() {
        Chance fresh = new Chance(7);
        Chance used = new Chance(7);
        used.below(10);

        assertThat(used.fork("drums").unit()).isEqualTo(fresh.fork("drums").unit());
        assertThat(fresh.fork("drums").unit()).isNotEqualTo(fresh.fork("bass").unit());
    }
}
