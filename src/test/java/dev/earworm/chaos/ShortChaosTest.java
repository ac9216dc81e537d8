package dev.earworm.chaos;

import dev.earworm.storage.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A little of everything that goes wrong, in every build; {@code mvn -Pchaos verify} does much more of it. Another seed is
 * tried with {@code -Dearworm.chaos.seed}.
 */
@Timeout(1800)
class ShortChaosTest {
    private static final long SEED = 1;
    private static final int KILLS = 4;

    /** Stays for whoever looks into a failure. */
    private static final Path FOLDER = Path.of("target", "chaos", "short");

    @Test
    void everySongEndsOnceAndTheMoneyIsExact() throws Exception {
        FaultPlan plan = FaultPlan.of(Long.getLong("earworm.chaos.seed", SEED), KILLS, ChaosStage.VENDORS);
        try (ChaosRun run = new ChaosRun(plan, Engine.usual(), FOLDER)) {
            run.run();
        }
    }
}
