package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.quota.Limit;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.storage.Engine;
import dev.earworm.storage.PostgresServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a PostgreSQL instead of a file: members notice nothing. */
class PostgresJourneyTest {
    @TempDir
    private Path folder;

    private StagedProvider vendor;

    @BeforeEach
    void open() throws Exception {
        vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(30)), 1);
    }

    private FrontDoor bot() throws StartFailure {
        return FrontDoor.openOn(Engine.POSTGRESQL, folder.resolve("data"), vendor);
    }

    @Test
    void aSongThatIsMadeWhileTheBotStartsAnewIsDeliveredFoundAgainAndForgotten() throws Exception {
        try (FrontDoor bot = bot()) {
            bot.reads(bot.alice, "song", Map.of("prompt", "a calm river"), "in the works", "2 songs left today");
            bot.eventually(() -> bot.rendering() == 1);
            bot.stop();
            vendor.finishesSongs();
            bot.start(PowerSwitch.never());

            assertThat(bot.awaitTrack().pings().users()).containsExactly(bot.alice.id());
            bot.eventually(() -> bot.untold() == 0);
            assertThat(vendor.submits).hasSize(1);
            assertThat(found(bot, "river")).isEqualTo(1);
            assertThat(found(bot, "ocean")).isZero();

            SandboxMessage privacy = bot.run(bot.alice, "privacy", Map.of()).awaitResponse(FrontDoor.SOON);
            SandboxInteraction asked = bot.alice.in(bot.general).presses(privacy, "Delete everything about me");
            bot.eventually(() -> asked.response().content().startsWith("Delete everything that I keep about you"));
            bot.alice.in(bot.general).presses(asked.response(), "Delete my data");
            bot.eventually(() -> found(bot, "river") == 0);
            assertThat(bot.tracks()).hasSize(1);
            assertThat(bot.songs()).isEqualTo(1);
        }
    }

    @Test
    void aSongGoesOnWhenTheBotGetsAnotherNumberOfShards() throws Exception {
        try (FrontDoor bot = bot()) {
            bot.stop();
            bot.startWith(shards("0-1/2"));
            bot.eventually(() -> isReady(bot));
            bot.reads(bot.alice, "song", Map.of("prompt", "a calm river"), "in the works");
            bot.eventually(() -> bot.rendering() == 1);
            bot.stop();

            vendor.finishesSongs();
            bot.startWith(shards("auto"));

            assertThat(bot.awaitTrack().pings().users()).containsExactly(bot.alice.id());
            bot.eventually(() -> bot.untold() == 0);
            assertThat(vendor.submits).hasSize(1);
            assertThat(bot.tracks()).hasSize(1);
            bot.eventually(() -> bot.count("SELECT count(*) FROM scheduled_tasks") == 0);
        }
    }

    private Map<String, String> shards(String some) {
        return Map.of(
                "DISCORD_SHARDS",
                some,
                "DATABASE_URL",
                Engine.POSTGRESQL.in(folder.resolve("data")).url(),
                "DATABASE_USER",
                "postgres");
    }

    private static boolean isReady(FrontDoor bot) {
        try {
            return ((HttpURLConnection) bot.address("/readyz").toURL().openConnection()).getResponseCode() == 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ofFiveAsksAtOnceThreeAreAccepted() throws Exception {
        try (FrontDoor bot = bot()) {
            List<SandboxInteraction> asks = IntStream.range(0, 5)
                    .parallel()
                    .mapToObj(number -> bot.run(bot.alice, "song", Map.of("prompt", "song " + number)))
                    .toList();
            asks.forEach(ask -> ask.awaitResponse(FrontDoor.SOON));

            // What the others read changes as their songs go on.
            assertThat(asks)
                    .filteredOn(ask -> ask.response().content().contains("the limit is 3 a day"))
                    .hasSize(2);
            assertThat(bot.ledgerAfterStop(bot.alice).of(Limit.DAILY_SONGS)).isEqualTo(3);
        }
    }

    @Test
    void anOperatorReadsWhyItDoesNotStart() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(call("run", "jdbc:postgresql://127.0.0.1:" + free + "/earworm?password=hush"))
                .isEqualTo("1: The database server at 127.0.0.1:" + free + " cannot be reached: Connection refused;"
                        + " check database.url, and that the server runs.");
    }

    @Test
    void theSchemaIsMadeWithoutTheBot() {
        String url = PostgresServer.empty().url();

        assertThat(call("migrate", url + "?user=postgres")).isEqualTo("0: The database is up to date: " + url);
        assertThat(call("migrate", url + "?user=postgres")).isEqualTo("0: The database is up to date: " + url);
    }

    /** How it ended, and the last line that it said. */
    private String call(String command, String database) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int exit = Main.commandLine(
                        folder,
                        Map.of(
                                "DISCORD_TOKEN",
                                "not-a-real-token-but-long-enough",
                                "DATABASE_URL",
                                database,
                                "DATA_DIR",
                                folder.resolve("called").toString()),
                        new Console(writer, writer))
                .execute(command);
        return exit + ": "
                + said.toString().strip().lines().reduce((_, line) -> line).orElse("");
    }

    private static int found(FrontDoor bot, String words) {
        SandboxMessage list =
                bot.run(bot.alice, "library", Map.of("song", words)).awaitResponse(FrontDoor.SOON);
        JsonNode menu = list.componentJson().path(0).path("components").path(0);
        return menu.path("options").size();
    }
}
