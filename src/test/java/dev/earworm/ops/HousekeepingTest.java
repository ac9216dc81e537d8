package dev.earworm.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void everyChoreIsDoneAtTheStartAlsoWhenOneBeforeItFails() throws InterruptedException {
        List<Instant> done = new ArrayList<>();
        Housekeeping housekeeping = Housekeeping.begin(
                List.of(
                        _ -> {
                            throw new IllegalStateException("the disk is full");
                        },
                        done::add),
                () -> NOON);

        assertThat(done).containsExactly(NOON);
        housekeeping.close();
    }
}
