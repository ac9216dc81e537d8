package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EditThrottleTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final EditThrottle throttle = new EditThrottle(NOON, Duration.ofSeconds(5));

    @Test
    void aMessageIsLeftAloneForAPauseAfterItWasPosted() {
        assertThat(throttle.untilNextEdit(NOON)).isEqualTo(Duration.ofSeconds(5));
        assertThat(throttle.untilNextEdit(NOON.plusMillis(4999))).isEqualTo(Duration.ofMillis(1));
        assertThat(throttle.untilNextEdit(NOON.plusSeconds(5))).isZero();
        assertThat(throttle.untilNextEdit(NOON.plusSeconds(500))).isZero();
    }

    @Test
    void everyEditBeginsANewPause() {
        throttle.edited(NOON.plusSeconds(7));

        assertThat(throttle.untilNextEdit(NOON.plusSeconds(8))).isEqualTo(Duration.ofSeconds(4));
        assertThat(throttle.untilNextEdit(NOON.plusSeconds(12))).isZero();
    }

    @Test
    void beforeItIsAnHourOldAMessageIsGivenUp() {
        assertThat(throttle.isTooOld(NOON.plus(Duration.ofMinutes(54)))).isFalse();
        throttle.edited(NOON.plus(Duration.ofMinutes(54)));
        assertThat(throttle.isTooOld(NOON.plus(Duration.ofMinutes(56)))).isTrue();
    }
}
