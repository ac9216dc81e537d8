package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earworm.jobs.ShardRange;
import dev.earworm.ops.Health;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseConfig;
import dev.earworm.storage.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is started beside the one that runs its shards. */
class StandbyTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void itWaitsSaysWhatForAndGoesOnWhenTheOtherOneEnds() throws Exception {
        DatabaseConfig config = Engine.POSTGRESQL.in(folder);
        Standby standby = new Standby();
        try (Database spare = Database.open(config)) {
            CompletableFuture<Void> waiting;
            try (Database running = Database.open(config)) {
                new Standby().await(running, new ShardRange(0, 3, 16));
                waiting = CompletableFuture.runAsync(() -> waits(standby, spare), Thread::startVirtualThread);

                await().atMost(SOON)
                        .until(() -> standby.check()
                                .equals(new Health.Unwell(
                                        "waiting to run shards 2-5/16: another process runs shards" + " 0-3/16")));
                assertThat(waiting).isNotDone();
            }
            waiting.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void waits(Standby standby, Database spare) {
        try {
            standby.await(spare, new ShardRange(2, 5, 16));
        } catch (StartFailure e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobodyWaitsForAFile() throws Exception {
        try (Database database = Database.open(Engine.SQLITE.in(folder))) {
            new Standby().await(database, ShardRange.WHOLE);
        }
    }
}
