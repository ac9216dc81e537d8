package dev.earworm.providers.synth.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.earworm.providers.synth.compose.StepPattern.Step;
import dev.earworm.providers.synth.theory.Meter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeelTest {
    @ParameterizedTest
    @CsvSource({
        "straight, 1.5, 1.5",
        "swing8 0.66, 1.5, 1.66",
        "swing8 0.66, 2, 2",
        "swing16 0.6, 0.25, 0.3",
        "swing16 0.6, 0.5, 0.5"
    })
    void swingDelaysTheSecondOfAPair(String feel, double written, double played) {
        assertThat(Feel.parse(feel).played(written)).isCloseTo(played, within(1e-9));
    }

    @Test
    void anUnknownFeelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Feel.parse("wobbly"));
    }

    @Test
    void patternsHoldAndRest() {
        StepPattern pattern = StepPattern.parse("x--. o... X--- ---.");

        assertThat(pattern.bar(0, Meter.FOUR_FOUR))
                .containsExactly(new Step(0, 3, 'x'), new Step(4, 1, 'o'), new Step(8, 7, 'X'));
    }

    @Test
    void oddMetersCutPatternsShortOrBeginThemAgain() {
        StepPattern pattern = StepPattern.parse("1---5---1---5---");

        assertThat(pattern.bar(0, Meter.SEVEN_EIGHT)).last().isEqualTo(new Step(12, 2, '5'));
        assertThat(pattern.bar(0, Meter.FIVE_FOUR)).last().isEqualTo(new Step(16, 4, '1'));
    }

    @Test
    void longPatternsGoOnInTheNextBar() {
        StepPattern pattern = StepPattern.parse("x---------------.......o........");

        assertThat(pattern.bar(1, Meter.FOUR_FOUR)).containsExactly(new Step(7, 1, 'o'));
        assertThat(pattern.bar(2, Meter.FOUR_FOUR)).containsExactly(new Step(0, 16, 'x'));
    }
}
