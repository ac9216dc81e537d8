package dev.earworm.discord.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.HandClock;
import dev.earworm.quota.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlanBrakeTest {
    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");
    private static final UserId ALICE = new UserId(1);

    private final HandClock clock = new HandClock(NOON);
    private final PlanBrake brake = new PlanBrake(clock);

    @Test
    void thereIsRoomAgainTenMinutesAfterTheFirst() {
        for (int i = 0; i < PlanBrake.PLANS; i++) {
            assertThat(brake.closedUntil(ALICE)).isEmpty();
            clock.advance(Duration.ofSeconds(30));
        }

        assertThat(brake.closedUntil(ALICE)).contains(NOON.plus(PlanBrake.WINDOW));
        clock.advance(Duration.ofMinutes(5));
        assertThat(brake.closedUntil(ALICE)).isEmpty();
        assertThat(brake.closedUntil(ALICE)).as("room for one").contains(NOON.plusSeconds(630));
    }

    @Test
    void whatWasRefusedDoesNotKeepItClosed() {
        for (int i = 0; i < 3 * PlanBrake.PLANS; i++) {
            brake.closedUntil(ALICE);
        }
        clock.advance(PlanBrake.WINDOW);

        assertThat(brake.closedUntil(ALICE)).isEmpty();
    }

    @Test
    void manyAtOnceDoNotGetPast() {
        AtomicInteger passed = new AtomicInteger();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                hands.execute(() -> brake.closedUntil(ALICE).ifPresentOrElse(_ -> {}, passed::incrementAndGet));
            }
        }

        assertThat(passed).hasValue(PlanBrake.PLANS);
        assertThat(brake.closedUntil(new UserId(2))).isEmpty();
    }
}
