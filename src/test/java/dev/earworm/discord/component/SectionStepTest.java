package dev.earworm.discord.component;

import static dev.earworm.discord.component.SectionStep.ADD;
import static dev.earworm.discord.component.SectionStep.COPY;
import static dev.earworm.discord.component.SectionStep.DOWN;
import static dev.earworm.discord.component.SectionStep.REDO;
import static dev.earworm.discord.component.SectionStep.REMOVE;
import static dev.earworm.discord.component.SectionStep.STAY;
import static dev.earworm.discord.component.SectionStep.UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.component.SectionStep.Redoing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionStepTest {
    @Test
    void whatCanBeDoneDependsOnWhereTheSectionIs() {
        assertThat(SectionStep.offered(1, 0, Redoing.IMPOSSIBLE)).containsExactly(STAY, COPY, ADD);
        assertThat(SectionStep.offered(3, 0, Redoing.POSSIBLE)).containsExactly(STAY, DOWN, COPY, ADD, REMOVE, REDO);
        assertThat(SectionStep.offered(3, 2, Redoing.IMPOSSIBLE)).containsExactly(STAY, UP, COPY, ADD, REMOVE);
        assertThat(SectionStep.offered(30, 1, Redoing.IMPOSSIBLE)).containsExactly(STAY, UP, DOWN, REMOVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UP", "REMOVE", "REDO", "", "explode", "stay"})
    void whatWasNotOfferedLeavesTheSectionWhereItIs(String forged) {
        List<SectionStep> offered = SectionStep.offered(1, 0, Redoing.IMPOSSIBLE);

        assertThat(SectionStep.chosen(forged, offered)).isEqualTo(STAY);
        assertThat(SectionStep.chosen("COPY", offered)).isEqualTo(COPY);
    }
}
