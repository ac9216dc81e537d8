package dev.earworm.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * Looks at a database as a start would, and leaves it as it is: makes no file and no table, and takes nothing away from an
 * Earworm that is running or starting.
 */
public final class DatabaseInspection {
    private DatabaseInspection() {}

    /** May take as long as the reading of the whole file. */
    public static DatabaseCondition of(DatabaseConfig config) {
        Path file = Database.file(config);
        try {
            if (DatabaseLock.isHeld(file)) {
                return new DatabaseCondition.InUse();
            }
            return Files.exists(file) ? inspected(config, file) : new DatabaseCondition.Absent();
        } catch (DatabaseFailure e) {
            return new DatabaseCondition.Unusable(String.valueOf(e.getMessage()));
        } catch (IOException | SQLException | FlywayException e) {
            return new DatabaseCondition.Unusable("The database " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static DatabaseCondition inspected(DatabaseConfig config, Path file) throws SQLException {
        if (!Files.isWritable(file)) {
            return new DatabaseCondition.Unusable("The database " + file + " cannot be written to.");
        }
        Database.check(Database.lookingOnly(config.url(), TransactionMode.IMMEDIATE), file);
        // A writer's transaction would write the header of an empty file as soon as Flyway commits it.
        DataSource source = Database.lookingOnly(config.url(), TransactionMode.DEFERRED);
        MigrationInfoService schema = Database.flyway(source).info();
        if (schema.applied().length == 0 && holdsTables(source)) {
            return new DatabaseCondition.Unusable(Database.somethingElse(file));
        }
        boolean isKnown = Arrays.stream(schema.applied())
                .allMatch(step -> step.getState().isResolved() && step.isChecksumMatching());
        return isKnown
                ? new DatabaseCondition.Usable(schema.pending().length)
                : new DatabaseCondition.Unusable(Database.unknownSchema(file));
    }

    private static boolean holdsTables(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
            return answer.getInt(1) > 0;
        }
    }
}
