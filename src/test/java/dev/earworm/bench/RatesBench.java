package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.SongLine;
import dev.earworm.music.JobId;
import dev.earworm.ops.LogOutput;
import dev.earworm.storage.DatabaseConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many songs a second the database lets the core move, where everybody outside answers at once. Every write is on the
 * disk before it counts, as in earnest.
 */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(600)
class RatesBench {
    private static final int WARM_UPS = 100;
    private static final int SONGS = 1000;
    private static final int AT_ONCE = 16;

    @TempDir
    private Path folder;

    /** A line for each song would be half of what is measured, and hide the table. */
    @BeforeAll
    static void onlyWarnings() {
        LogOutput.onlyWarnings();
    }

    @Test
    void songsMoveOnSqlite(Scoreboard scoreboard) throws Exception {
        measure(scoreboard, "SQLite", new DatabaseConfig("jdbc:sqlite:" + folder.resolve("earworm.db")));
    }

    @Test
    void songsMoveOnPostgresql(Scoreboard scoreboard) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            DatabaseConfig config = new DatabaseConfig("jdbc:postgresql://localhost:" + server.getPort() + "/postgres");
            measure(scoreboard, "PostgreSQL", config.withUser(Optional.of("postgres")));
        }
    }

    private void measure(Scoreboard scoreboard, String database, DatabaseConfig config) throws Exception {
        try (SongLine line = new SongLine(config, folder)) {
            accepted(line, WARM_UPS);
            deliver(line, line.dispatch());

            long start = System.nanoTime();
            accepted(line, SONGS);
            long accepted = System.nanoTime();
            List<JobId> started = line.dispatch();
            long dispatched = System.nanoTime();
            assertThat(started).hasSize(SONGS);
            deliver(line, started);
            long delivered = System.nanoTime();

            scoreboard.add(rate(database + ", accepted", accepted - start));
            scoreboard.add(rate(database + ", given their turn", dispatched - accepted));
            scoreboard.add(rate(database + ", from their turn to delivered", delivered - dispatched));
        }
    }

    private static Figure rate(String subject, long nanoseconds) {
        return new Figure(subject + ", %,d songs".formatted(SONGS), SONGS * 1e9 / nanoseconds, "songs/s");
    }

    private static List<JobId> accepted(SongLine line, int songs) throws Exception {
        return together(IntStream.range(0, songs)
                .<Callable<JobId>>mapToObj(number -> () -> line.accept(number))
                .toList());
    }

    private static void deliver(SongLine line, List<JobId> songs) throws Exception {
        together(songs.stream()
                .<Callable<JobId>>map(song -> () -> {
                    line.deliver(song);
                    return song;
                })
                .toList());
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<T> done = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        }
    }
}
