package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earworm.jobs.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {
    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open(new DatabaseConfig("jdbc:sqlite:" + folder.resolve("earworm.db")));
        execute("CREATE TABLE note (text TEXT)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLibrarysOwnWriteTakesPartInTheTransaction() {
        Job job = queued(ALICE, NOON);
        assertThatThrownBy(() -> database.transactions().inOne(() -> {
                    database.jobs().add(job);
                    note("rolled back");
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
        assertThat(notes()).isZero();

        database.transactions().inOne(() -> {
            database.jobs().add(job);
            note("kept");
        });
        assertThat(notes()).isEqualTo(1);
        assertThat(database.jobs().find(job.id())).isPresent();
    }

    @Test
    void withoutATransactionAWriteIsItsOwn() {
        note("kept");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void aThreadThatIsBeingStoppedStillWritesWhatItHas() throws Exception {
        CompletableFuture<Boolean> isStillInterrupted = new CompletableFuture<>();
        Thread stopped;
        try (Connection inUse = database.dataSource().getConnection()) {
            assertThat(inUse.isClosed()).isFalse();
            stopped = Thread.ofPlatform().start(() -> {
                try {
                    note("the song is there");
                    isStillInterrupted.complete(Thread.currentThread().isInterrupted());
                } catch (RuntimeException e) {
                    isStillInterrupted.completeExceptionally(e);
                }
            });
            await().atMost(Duration.ofMinutes(1)).until(() -> stopped.getState() == Thread.State.TIMED_WAITING);
            stopped.interrupt();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> isStillInterrupted.isDone()
                            || (!stopped.isInterrupted() && stopped.getState() == Thread.State.TIMED_WAITING));
        }
        assertThat(isStillInterrupted.get()).isTrue();
        assertThat(notes()).isEqualTo(1);
    }

    private void note(String text) {
        try {
            execute("INSERT INTO note VALUES ('" + text + "')");
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private int notes() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT count(*) FROM note")) {
            return answer.getInt(1);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
