package dev.earworm.providers.synth.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.providers.synth.theory.Key;
import dev.earworm.providers.synth.theory.Mode;
import dev.earworm.providers.synth.theory.Numeral;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoiceLeaderTest {
    private final VoiceLeader leader = new VoiceLeader(52, 72, 4);

    @Test
    void voicesMoveByStepWhereTheyCan() {
        List<Integer> before = next("I");
        for (String numeral : List.of("vi", "IV", "ii", "V", "I")) {
            List<Integer> after = next(numeral);
            for (int i = 0; i < after.size(); i++) {
                assertThat(Math.abs(after.get(i) - before.get(i))).as(numeral).isLessThanOrEqualTo(4);
            }
            before = after;
        }
    }

    @Test
    void aNinthChordLeavesItsRootToTheBass() {
        assertThat(next("ii9")).hasSize(4).noneMatch(pitch -> pitch % 12 == 2);
    }

    @Test
    void noTwoVoicesGrindAtTheTop() {
        for (String numeral : List.of("Imaj7", "IVmaj7", "ii7", "V7", "Imaj9", "iii7")) {
            List<Integer> voicing = next(numeral);

            assertThat(voicing.getLast() - voicing.get(voicing.size() - 2))
                    .as(numeral)
                    .isGreaterThan(1);
        }
    }

    private List<Integer> next(String numeral) {
        return leader.next(Numeral.parse(numeral).in(new Key(0, Mode.MAJOR)));
    }
}
