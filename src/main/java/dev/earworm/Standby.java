package dev.earworm;

import dev.earworm.jobs.ShardRange;
import dev.earworm.ops.Health;
import dev.earworm.ops.HealthCheck;
import dev.earworm.storage.Database;
import dev.earworm.storage.ShardClaim;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until no other process runs the shards that this one is for, as long as it takes: whoever is started beside a bot
 * that runs is its spare, alive and not ready, and goes on where the other one ends.
 */
final class Standby implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private volatile String reason = "it is being started";

    @Override
    public String name() {
        return "shards";
    }

    @Override
    public Health check() {
        return new Health.Unwell(reason);
    }

    /** Returns once they are this process's. */
    void await(Database database, ShardRange shards) throws StartFailure {
        boolean hasWaited = false;
        while (database.claim(shards) instanceof ShardClaim.Waiting(String why)) {
            say(shards, why);
            hasWaited = true;
            pause();
        }
        if (hasWaited) {
            LOG.info("nobody else runs {} any more: this process goes on with it", words(shards));
        }
    }

    /** Once for each reason. */
    private void say(ShardRange shards, String why) {
        String sentence = "waiting to run " + words(shards) + ": " + why;
        if (!sentence.equals(reason)) {
            reason = sentence;
            LOG.info("{}", sentence);
        }
    }

    private static String words(ShardRange shards) {
        return shards.equals(ShardRange.WHOLE) ? "the whole bot" : "shards " + shards;
    }

    private static void pause() throws StartFailure {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Earworm was stopped while it waited for its shards.", 1);
        }
    }
}
