package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LengthsTest {
    @Test
    void lengthsReadAsOnAPlayer() {
        assertThat(Lengths.clock(Duration.ZERO)).isEqualTo("0:00");
        assertThat(Lengths.clock(Duration.ofMillis(29_980))).isEqualTo("0:30");
        assertThat(Lengths.clock(Duration.ofSeconds(65))).isEqualTo("1:05");
        assertThat(Lengths.clock(3599)).isEqualTo("59:59");
        assertThat(Lengths.clock(3661)).isEqualTo("1:01:01");
    }
}
