package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditPacePolicyTest {
    @ParameterizedTest(name = "{0} messages, {1} of them without a token in one channel: every {2} s")
    @CsvSource({"1, 0, 5", "100, 0, 5", "101, 0, 5.05", "200, 0, 10", "1000, 0, 50", "3, 3, 5", "4, 4, 6", "20, 20, 30"
    })
    void manyMessagesShareWhatDiscordAllows(int messages, int inItsChannel, double seconds) {
        assertThat(EditPacePolicy.pause(Duration.ofSeconds(5), messages, inItsChannel))
                .isEqualTo(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
