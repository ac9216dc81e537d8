package dev.earworm;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.Usd;
import dev.earworm.process.EarwormProcess;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.quota.UserId;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxConfig;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import dev.earworm.sandbox.http.RateLimitConfig;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseConfig;
import dev.earworm.storage.Engine;
import dev.earworm.storage.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The program as operators run it, in a process of its own, ended with SIGKILL in the middle of a song. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class KilledProcessTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Parameter
    private Engine engine;

    @TempDir
    private Path folder;

    private final List<EarwormProcess> processes = new ArrayList<>();
    private final AtomicInteger submits = new AtomicInteger();
    private final MockWebServer vendor = new MockWebServer();
    private final Sandbox sandbox = Sandbox.start(
            SandboxConfig.standard().withRateLimits(RateLimitConfig.generous()).withAckTimeout(SOON));
    private final SandboxGuild home = sandbox.guild("Home");
    private final SandboxChannel general = home.channel("general");
    private final SandboxMember alice = home.member("alice");

    @BeforeEach
    void open() throws IOException {
        byte[] song = Files.readAllBytes(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(10)));
        vendor.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                MockResponse.Builder answer = new MockResponse.Builder();
                return submits.incrementAndGet() == 1
                        ? answer.onResponseStart(SocketEffect.Stall.INSTANCE).build()
                        : answer.addHeader("Content-Type", "audio/wav")
                                .body(new Buffer().write(song))
                                .build();
            }
        });
        vendor.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        for (EarwormProcess process : processes) {
            process.kill();
        }
        vendor.close();
        sandbox.close();
    }

    @Test
    void aSongWhoseProcessIsKilledTwiceIsDeliveredOnce() throws Exception {
        EarwormProcess first = start();
        awaitReady();
        alice.in(general).runs("song", Map.of("prompt", "a calm river", "length", 10));
        eventually(() -> submits.get() == 1 && knowsItsStatusMessage());
        first.kill();

        // The vendor's second answer arrives; Discord takes the message, and its reply is lost.
        sandbox.faults().next(1, "POST /channels/*/messages", new Fault.LostReply());
        EarwormProcess second = start();
        eventually(() -> !tracks().isEmpty());
        second.kill();

        EarwormProcess third = start();
        // The status message says so once the delivery is written down.
        eventually(() -> says("Your song is done"));
        third.close();
        assertThat(third.exitCode()).isEqualTo(128 + 15);

        assertThat(tracks()).hasSize(1);
        assertThat(tracks().getFirst().pings().users()).containsExactly(alice.id());
        assertThat(submits).hasValue(2);
        assertThat(usage()).as("both submits may have been charged").isEqualTo(used(1, 10, Usd.of("0.30"), 0));
    }

    private EarwormProcess start() throws IOException {
        EarwormProcess process = EarwormProcess.compiled(folder, environment(), List.of(), "run");
        processes.add(process);
        return process;
    }

    private Map<String, String> environment() {
        return Map.of(
                "DISCORD_TOKEN", sandbox.botToken(),
                "DISCORD_API_URL", sandbox.apiUrl(),
                "ELEVENLABS_API_KEY", "key-of-a-test",
                "ELEVENLABS_BASE_URL", vendor.url("/").toString(),
                "HTTP_PORT", "0",
                "DATABASE_URL", database().url(),
                "DATABASE_USER", database().user().orElse(""),
                "DATA_DIR", folder.resolve("data").toString());
    }

    private void awaitReady() {
        eventually(() -> sandbox.commandNames(home).contains("song"));
    }

    private List<SandboxMessage> tracks() {
        return general.messages().stream()
                .filter(message -> !message.files().isEmpty())
                .toList();
    }

    private boolean says(String words) {
        return general.messages().stream().anyMatch(message -> message.content().contains(words));
    }

    /** As somebody sees it who looks into the file. */
    private boolean knowsItsStatusMessage() {
        String sql = "SELECT count(*) FROM job WHERE status_message_id IS NOT NULL";
        try (Connection connection = PostgresServer.connect(database());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getInt(1) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DatabaseConfig database() {
        return engine.in(folder.resolve("data"));
    }

    private QuotaUsage usage() {
        try (Database database = Database.open(database())) {
            Account account = new Account(new GuildId(home.id()), new UserId(alice.id()));
            return database.ledger().usage(account, QuotaDay.of(Instant.now()));
        }
    }

    private void eventually(BooleanSupplier condition) {
        assertThat(sandbox.await(SOON, condition)).as(this::log).isTrue();
    }

    private String log() {
        return String.join(
                "\n\n", processes.stream().map(EarwormProcess::output).toList());
    }
}
