package dev.earworm.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The tables of a database, and the numbered steps that make them. */
final class Schema {
    private final Dialect dialect;
    private final DataSource source;

    Schema(Dialect dialect, DataSource source) {
        this.dialect = dialect;
        this.source = source;
    }

    /**
     * Takes the steps that were not taken yet.
     *
     * @throws DatabaseFailure if the tables are somebody else's, or a newer version's
     */
    void migrate() {
        try {
            flyway().migrate();
        } catch (FlywayValidateException e) {
            throw new DatabaseFailure(dialect.unknownSchema(), e);
        } catch (FlywayException e) {
            throw Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .filter(SQLException.class::isInstance)
                    .findFirst()
                    .map(cause -> dialect.explained((SQLException) cause))
                    .orElseGet(() -> new DatabaseFailure(dialect.somethingElse(), e));
        }
    }

    boolean hasPendingSteps() {
        return flyway().info().pending().length > 0;
    }

    Flyway flyway() {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + dialect.migrations())
                .validateMigrationNaming(true)
                // By default a schema from a newer version would be taken as it is.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    /** @param countOfTables what asks how many there are */
    DatabaseCondition condition(String countOfTables) throws SQLException {
        MigrationInfoService steps = flyway().info();
        if (steps.applied().length == 0 && count(countOfTables) > 0) {
            return new DatabaseCondition.Unusable(dialect.somethingElse());
        }
        boolean isKnown = Arrays.stream(steps.applied())
                .allMatch(step -> step.getState().isResolved() && step.isChecksumMatching());
        return isKnown
                ? new DatabaseCondition.Usable(steps.pending().length)
                : new DatabaseCondition.Unusable(dialect.unknownSchema());
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getInt(1) : 0;
        }
    }
}
