package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
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

    @Test
    void lengthsAreReadInSecondsOrAsOnAPlayer() {
        assertThat(Stream.of("90", " 90 s", "90s", "90 SEC", "90 seconds", "1:30")
                        .map(Lengths::read))
                .containsOnly(Optional.of(Duration.ofSeconds(90)));
        assertThat(Stream.of("90 Sekunden", "90 secondes", "90 segundos", "90 seg", "90秒", "９０秒", "１：３０")
                        .map(Lengths::read))
                .containsOnly(Optional.of(Duration.ofSeconds(90)));
        assertThat(Lengths.read("0")).contains(Duration.ZERO);
        assertThat(Stream.of("", "abc", "-5", "1.5", "1:60", "1:5", "100000", "9".repeat(30), "٩٠")
                        .map(Lengths::read))
                .containsOnly(Optional.empty());
    }
}
