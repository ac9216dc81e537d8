package dev.earworm.storage;

import dev.earworm.jobs.ShardRange;
import java.sql.SQLException;

/** A database's being this process's, or some shards' being this process's in a database that several use. */
interface Hold extends AutoCloseable {
    /** Whether it still is. */
    boolean isHeld();

    /** Makes these shards this process's, if no other runs any of them. */
    default ShardClaim claim(ShardRange shards) {
        return new ShardClaim.Granted();
    }

    /**
     * Returns at once while it is held; waits for a line that is just being put up again.
     *
     * @throws SQLException when it stays away, or has become another's: whatever is written now might be written twice
     */
    default void require() throws SQLException {}

    /** Calls back, once, when it has become another's. */
    default void whenLost(Runnable action) {}

    @Override
    void close();
}
