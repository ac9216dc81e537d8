package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.process.EarwormProcess;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxInteraction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many songs that a provider makes at the same time. Members order them as ever; then, while the bot is stopped, all are
 * marked as handed in, because an account may have only a few made at once. The bot that is started next takes them up as
 * after any restart.
 *
 * @param folder of the bot
 * @param accepted how long it took until every member had read that the song is in the works
 * @param handedIn when the provider got them all
 */
record Flight(Path folder, Duration accepted, Instant handedIn) {
    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As they are in the table, so that a song's id at the vendor is its own. */
    private static final String HANDED_IN = """
            UPDATE job SET state = 'RENDERING', provider_job_id = id, submit_open = 0,
                           promoted_at = %1$d, first_submit_at = %1$d, submitted_at = %1$d
            """;

    /** @param ago when the provider got them */
    static Flight ordered(Stage stage, Path folder, int songs, List<SandboxChannel> channels, Duration ago)
            throws Exception {
        Duration accepted;
        try (EarwormProcess bot = stage.startedAsInTheImage(folder)) {
            long start = System.nanoTime();
            for (int done = 0; done < songs; ) {
                done += order(stage, Math.min(AT_ONCE, songs - done), channels);
            }
            accepted = Duration.ofNanos(System.nanoTime() - start);
            assertThat(bot.isAlive()).isTrue();
        }
        Flight flight = new Flight(folder, accepted, Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS));
        assertThat(flight.write(HANDED_IN.formatted(flight.handedIn().toEpochMilli())))
                .isGreaterThanOrEqualTo(songs);
        flight.write("DELETE FROM scheduled_tasks");
        return flight;
    }

    /** @return how many were answered in time: on a machine that is busy Discord gives some up */
    private static int order(Stage stage, int songs, List<SandboxChannel> channels) {
        List<SandboxInteraction> orders = new ArrayList<>();
        for (int i = 0; i < songs; i++) {
            SandboxChannel channel = channels.get(i % channels.size());
            orders.add(stage.home.member("member " + i).in(channel).sends("song", Map.of("prompt", "a calm river")));
        }
        assertThat(stage.sandbox.await(
                        PATIENCE, () -> orders.stream().allMatch(order -> order.isFailed() || isWorded(order))))
                .as("%d orders were answered", songs)
                .isTrue();
        return Math.toIntExact(orders.stream().filter(Flight::isWorded).count());
    }

    private static boolean isWorded(SandboxInteraction order) {
        return order.findResponse().filter(answer -> !answer.isLoading()).isPresent();
    }

    List<String> songs() throws SQLException {
        return List.copyOf(read("SELECT id, 0 FROM job").keySet());
    }

    /** The message that each song was delivered by; 0 where it was not. */
    Map<String, Long> messages() throws SQLException {
        return read("SELECT id, coalesce(track_message_id, 0) FROM job");
    }

    private Map<String, Long> read(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, Long> read = new HashMap<>();
            while (rows.next()) {
                read.put(rows.getString(1), rows.getLong(2));
            }
            return read;
        }
    }

    private int write(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("data").resolve("earworm.db"));
    }
}
