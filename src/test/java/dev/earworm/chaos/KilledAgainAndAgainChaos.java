package dev.earworm.chaos;

import dev.earworm.storage.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The long run: 200 times SIGKILL, in turn on SQLite and PostgreSQL, with everything else that goes wrong. Four programs run
 * side by side, each with its own Discord, vendors and database: most of a life is waiting.
 */
@Timeout(7200)
class KilledAgainAndAgainChaos {
    private static final long SEED = 1;
    private static final int KILLS = 200;
    private static final int SIDE_BY_SIDE = 4;

    /** So that no two programs of seeds that lie side by side have the same plan. */
    private static final int SEEDS = 1000;

    private final long seed = Long.getLong("earworm.chaos.seed", SEED);
    private final int kills = Integer.getInteger("earworm.chaos.kills", KILLS);

    @Test
    void everySongEndsOnceAndTheMoneyIsExact() throws Exception {
        List<Future<?>> programs = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            for (int number = 0; number < SIDE_BY_SIDE; number++) {
                int program = number;
                programs.add(executor.submit(() -> {
                    run(program);
                    return program;
                }));
            }
        }
        for (Future<?> program : programs) {
            program.get();
        }
    }

    private void run(int number) throws Exception {
        Engine engine = Engine.values()[number % Engine.values().length];
        int share = kills / SIDE_BY_SIDE + (number < kills % SIDE_BY_SIDE ? 1 : 0);
        FaultPlan plan = FaultPlan.of(seed * SEEDS + number, share, ChaosStage.VENDORS);
        Path folder = Path.of("target", "chaos", "long-" + number);
        try (ChaosRun run = new ChaosRun(plan, engine, folder)) {
            run.run();
        }
    }
}
