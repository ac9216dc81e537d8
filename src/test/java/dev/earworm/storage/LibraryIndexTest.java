package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.ChannelId;
import dev.earworm.library.Reader;
import dev.earworm.library.Shelf;
import dev.earworm.library.Shelf.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page of the library costs what a page costs, however many songs there are. */
class LibraryIndexTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void onSqliteAPageIsReadByAnIndexAndNeverSorted(Kind kind) throws SQLException {
        assertThat(plan(Engine.SQLITE, "EXPLAIN QUERY PLAN " + page(kind), "detail"))
                .contains("USING INDEX job_")
                .doesNotContain("TEMP B-TREE")
                .doesNotContain("SCAN job");
    }

    /** Of a few songs it would rather read all, so that is taken from it. */
    @ParameterizedTest
    @EnumSource
    void onPostgresqlToo(Kind kind) throws SQLException {
        String sql = "SET enable_seqscan = off; SET enable_bitmapscan = off; EXPLAIN (COSTS OFF) " + page(kind);

        assertThat(plan(Engine.POSTGRESQL, sql, "QUERY PLAN"))
                .contains("Backward using job_")
                .doesNotContain("Sort");
    }

    private static String page(Kind kind) {
        return new LibraryQuery(new Shelf(kind, new Reader(ALICE, Set.of(new ChannelId(100)))))
                .with("id <= :edge", "edge", "x")
                .sql("DESC")
                .replace(":edge", "'x'")
                .replaceAll("(?<!:):\\w+", "1");
    }

    private String plan(Engine engine, String sql, String column) throws SQLException {
        DatabaseConfig config = engine.in(folder);
        Database.open(config).close();
        try (Connection connection = PostgresServer.connect(config);
                Statement statement = connection.createStatement()) {
            boolean isPlan = statement.execute(sql);
            while (!isPlan) {
                isPlan = statement.getMoreResults();
            }
            ResultSet plan = statement.getResultSet();
            StringBuilder steps = new StringBuilder();
            while (plan.next()) {
                steps.append(plan.getString(column)).append('\n');
            }
            return steps.toString();
        }
    }
}
