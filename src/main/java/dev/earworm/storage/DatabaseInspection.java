package dev.earworm.storage;

/**
 * Looks at a database as a start would, and leaves it as it is: makes no file and no table, and takes nothing away from an
 * Earworm that is running or starting.
 */
public final class DatabaseInspection {
    private DatabaseInspection() {}

    /** May take as long as the reading of a whole file, or as a server's silence. */
    public static DatabaseCondition of(DatabaseConfig config) {
        try {
            return Dialect.of(config).condition();
        } catch (DatabaseFailure e) {
            return new DatabaseCondition.Unusable(String.valueOf(e.getMessage()));
        }
    }
}
