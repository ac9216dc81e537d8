package dev.earworm.storage;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** What differs between the databases. Everything else is SQL that both understand alike. */
sealed interface Dialect extends Turns permits SqliteDialect, PostgresDialect {
    static Dialect of(DatabaseConfig config) {
        return config.isServer() ? new PostgresDialect(config) : new SqliteDialect(config);
    }

    /**
     * Finds the database usable and makes it this process's.
     *
     * @param invalidation is told what other processes change
     * @throws DatabaseFailure if it is somebody else's, or cannot be used
     */
    Hold hold(Invalidation invalidation);

    /**
     * Waits for the one turn of this number among all processes.
     *
     * @return gives it back
     */
    Runnable takeIdentifyTurn(int number) throws InterruptedException;

    /** Whether processes on other machines may use it. */
    boolean isShared();

    /** Tells all processes, this one included, what stands in {@link Invalidation}. */
    void tell(Handle handle, String news);

    DataSource source();

    /** For reading what is there now, while another process may write. */
    DataSource lookingOnly();

    /** A pool of connections to the source; nothing is opened yet. */
    HikariConfig pool(DataSource source);

    /** Where the steps of the schema are among the resources. */
    String migrations();

    DatabaseFailure explained(SQLException failure);

    /** A sentence for a schema that a newer version wrote. */
    String unknownSchema();

    /** A sentence for tables that are not ours. */
    String somethingElse();

    /** How much room the database takes on disk, in bytes. */
    long size(Handle handle);

    /** Looks as a start would, and leaves the database as it is. */
    DatabaseCondition condition();
}
