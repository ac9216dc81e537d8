package dev.earworm.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.Wav;
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
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.gateway.IdentifyLimit;
import dev.earworm.sandbox.http.RateLimitConfig;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseConfig;
import dev.earworm.storage.Engine;
import dev.earworm.storage.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One bot in several processes, the Discord that they are at, the vendor that they ask and the PostgreSQL that they share.
 * A process has a name, which is also its key at the vendor, and shards.
 */
public final class Fleet implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(150);

    /** The processes do little, and several of them start at once. */
    private static final List<String> LIGHT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx160m");

    private static final Pattern PORT = Pattern.compile("operators are answered on port (\\d+)");
    private static final Pattern SLOTS =
            Pattern.compile("(?m)^earworm_provider_slots\\{[^}]*provider=\"elevenlabs\"[^}]*} (\\S+)$");

    public final Sandbox sandbox;
    public final HoldingVendor vendor;
    private final Build build;
    private final int shards;
    private final Path folder;
    private final Map<String, String> settings;
    private final Map<String, EarwormProcess> processes = new LinkedHashMap<>();

    /** A guild of a shard, and somebody in it. */
    public record Place(SandboxGuild guild, SandboxChannel general, SandboxMember member) {
        SandboxInteraction orders(String prompt) {
            return runs("song", song(prompt));
        }

        /** Does not wait for an answer. */
        public SandboxInteraction asksFor(String prompt) {
            return member.in(general).sends("song", song(prompt));
        }

        private static Map<String, ?> song(String prompt) {
            return Map.of("prompt", prompt, "length", 10);
        }

        SandboxInteraction runs(String command, Map<String, ?> options) {
            return member.in(general).runs(command, options);
        }

        public List<SandboxMessage> tracks() {
            return general.messages().stream()
                    .filter(message -> !message.files().isEmpty())
                    .toList();
        }

        boolean says(String words) {
            return general.messages().stream()
                    .anyMatch(message -> message.content().contains(words));
        }
    }

    /** Which program its processes run. */
    private enum Build {
        COMPILED {
            @Override
            EarwormProcess start(Path folder, Map<String, String> environment) throws IOException {
                return EarwormProcess.compiled(folder, environment, LIGHT, "run");
            }
        },
        PACKAGED {
            @Override
            EarwormProcess start(Path folder, Map<String, String> environment) throws IOException {
                return EarwormProcess.packaged(folder, environment, List.of(), "run");
            }
        };

        abstract EarwormProcess start(Path folder, Map<String, String> environment) throws IOException;
    }

    private Fleet(Build build, int shards, Path folder, IdentifyLimit identifies, Map<String, String> settings)
            throws IOException {
        this.build = build;
        this.shards = shards;
        this.folder = folder;
        this.settings = settings;
        this.sandbox = Sandbox.start(SandboxConfig.standard()
                .withRateLimits(RateLimitConfig.generous())
                // Several processes that warm up share the processors.
                .withAckTimeout(PATIENCE)
                .withIdentifies(identifies));
        this.vendor =
                new HoldingVendor(Files.readAllBytes(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(10))));
    }

    static Fleet of(int shards, Path folder, Map<String, String> settings) throws IOException {
        return new Fleet(Build.COMPILED, shards, folder, IdentifyLimit.none(), settings);
    }

    /** Of processes as they are released, for benches: {@code mvn package} has to come first. */
    public static Fleet packaged(int shards, Path folder, Map<String, String> settings) throws IOException {
        return new Fleet(Build.PACKAGED, shards, folder, IdentifyLimit.none(), settings);
    }

    /** At a Discord that lets the bot begin a session only now and then. */
    static Fleet limited(int shards, Path folder, IdentifyLimit identifies) throws IOException {
        return new Fleet(Build.COMPILED, shards, folder, identifies, Map.of());
    }

    /** A guild that has just one member. */
    public Place place(String name, int shard) {
        SandboxGuild guild = sandbox.guild(name, shard, shards);
        return new Place(guild, guild.channel("general"), guild.member("somebody in " + name));
    }

    /** Does not wait until members can use it. */
    public EarwormProcess starts(String name, int firstShard, int lastShard) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("DISCORD_TOKEN", sandbox.botToken());
        environment.put("DISCORD_API_URL", sandbox.apiUrl());
        environment.put("DISCORD_SHARDS", firstShard + "-" + lastShard + "/" + shards);
        environment.put("ELEVENLABS_API_KEY", name);
        environment.put("ELEVENLABS_BASE_URL", vendor.url());
        environment.put("HTTP_PORT", "0");
        environment.put("DATA_DIR", folder.resolve(name).toString());
        environment.put("DATABASE_URL", database().url());
        environment.put("DATABASE_USER", database().user().orElseThrow());
        EarwormProcess process = build.start(folder.resolve(name), environment);
        processes.put(name, process);
        return process;
    }

    EarwormProcess process(String name) {
        return Objects.requireNonNull(processes.get(name));
    }

    /** Once members can use it. */
    public void awaits(String... names) {
        for (String name : names) {
            process(name).untilItSays("Earworm is ready", PATIENCE);
        }
    }

    /** How many songs this process believes that the account makes at once. */
    long slots(String name) {
        Matcher port = PORT.matcher(process(name).output());
        assertThat(port.find()).isTrue();
        Matcher slots = SLOTS.matcher(read(URI.create("http://127.0.0.1:" + port.group(1) + "/metrics")));
        assertThat(slots.find()).isTrue();
        return Math.round(Double.parseDouble(slots.group(1)));
    }

    private static String read(URI address) {
        try (InputStream answer = address.toURL().openStream()) {
            return new String(answer.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseConfig database() {
        return Engine.POSTGRESQL.in(folder);
    }

    /** As somebody sees it who looks into the database; the first column of the only row. */
    public long count(String sql) {
        try (Connection connection = PostgresServer.connect(database());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an operator does who is connected to it. */
    void execute(String sql) {
        try (Connection connection = PostgresServer.connect(database());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the ledger says of a member once all processes have stopped. */
    QuotaUsage usageAfterStop(Place place) {
        processes.values().forEach(EarwormProcess::close);
        try (Database closed = Database.open(database())) {
            Account account = new Account(
                    new GuildId(place.guild().id()), new UserId(place.member().id()));
            return closed.ledger().usage(account, QuotaDay.of(Instant.now()));
        }
    }

    void eventually(BooleanSupplier condition) {
        assertThat(sandbox.await(PATIENCE, condition)).as(this::log).isTrue();
    }

    /** Everything that the processes printed. */
    String log() {
        return processes.entrySet().stream()
                .map(process ->
                        "--- " + process.getKey() + "\n" + process.getValue().output())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        vendor.close();
        processes.values().forEach(process -> {
            try {
                process.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        sandbox.close();
    }
}
