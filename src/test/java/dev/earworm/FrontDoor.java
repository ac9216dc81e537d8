package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.config.Configuration;
import dev.earworm.config.ConfigurationReader;
import dev.earworm.config.Configured;
import dev.earworm.config.Misconfigured;
import dev.earworm.config.ProvidersConfig;
import dev.earworm.discord.DiscordConfig;
import dev.earworm.discord.OutsideConfig;
import dev.earworm.discord.ShardsConfig;
import dev.earworm.discord.delivery.StatusBoard;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Pause;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicConfig;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.PriceConfig;
import dev.earworm.music.Providers;
import dev.earworm.ops.HttpConfig;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.ops.OpsConfig;
import dev.earworm.providers.FetchConfig;
import dev.earworm.quota.Account;
import dev.earworm.quota.BudgetConfig;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaConfig;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.quota.UserId;
import dev.earworm.sandbox.MemberInChannel;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxConfig;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.RateLimitConfig;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseConfig;
import dev.earworm.storage.Engine;
import dev.earworm.storage.PostgresServer;
import dev.earworm.storage.SealingConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole program at a Discord in this process: real JDA, real database, real ffmpeg. A test moves members and the
 * vendor, and reads what members read.
 */
final class FrontDoor implements AutoCloseable {
    static final QuotaConfig THREE_SONGS = new QuotaConfig(3, 1800, 3);
    static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    final Sandbox sandbox = Sandbox.start(
            SandboxConfig.standard().withRateLimits(RateLimitConfig.generous()).withAckTimeout(SOON));
    final SandboxGuild home = sandbox.guild("Home");
    final SandboxChannel general = home.channel("general");
    final SandboxMember alice = home.member("alice");
    final SandboxMember bob = home.member("bob");
    private final Path data;
    private final List<MusicProvider> providers;
    private final QuotaConfig quota;
    private Map<String, String> environment = Map.of();
    private Engine engine = Engine.usual();
    private HttpConfig http = new HttpConfig(0);
    private volatile long freeSpace = Long.MAX_VALUE;
    private final OpsConfig ops = OpsConfig.standard();
    private Set<OutsideConfig> outside = Set.of();
    private MusicConfig music = MusicConfig.automatic();
    private UnaryOperator<Pause> pause = FrontDoor::impatient;
    private Duration betweenEdits = StatusBoard.PAUSE;
    private @Nullable Application application;
    private PowerSwitch power = PowerSwitch.never();

    FrontDoor(Path data, QuotaConfig quota, MusicProvider... providers) {
        this.data = data;
        this.quota = quota;
        this.providers = List.of(providers);
    }

    static FrontDoor open(Path data, MusicProvider... providers) throws StartFailure {
        FrontDoor door = new FrontDoor(data, THREE_SONGS, providers);
        door.start(PowerSwitch.never());
        return door;
    }

    /** A bot that keeps its songs in this kind of database. */
    static FrontDoor openOn(Engine engine, Path data, MusicProvider... providers) throws StartFailure {
        FrontDoor door = notYetOpen(engine, data, providers);
        door.start(PowerSwitch.never());
        return door;
    }

    /** The same before its first start. */
    static FrontDoor notYetOpen(Engine engine, Path data, MusicProvider... providers) {
        FrontDoor door = new FrontDoor(data, THREE_SONGS, providers);
        door.engine = engine;
        return door;
    }

    /** A bot that providers can call, and that asks them nothing until they do. */
    static FrontDoor openToCalls(Path data, MusicProvider... providers) throws StartFailure {
        FrontDoor door = new FrontDoor(data, THREE_SONGS, providers);
        door.http = new HttpConfig(0, Optional.of(URI.create("https://bot.example")));
        door.pause = FrontDoor::patient;
        door.start(PowerSwitch.never());
        return door;
    }

    /** A bot set up by an operator: with the program's own providers, as these variables say. */
    static FrontDoor setUp(Path data, Map<String, String> environment) throws StartFailure {
        FrontDoor door = new FrontDoor(data, THREE_SONGS);
        door.environment = environment;
        door.start(PowerSwitch.never());
        return door;
    }

    /** From the next start on, members use the bot in these places, too. */
    void worksIn(OutsideConfig... places) {
        outside = Set.of(places);
    }

    /** From the next start on, a status message follows its song without the pause that Discord's limits ask for. */
    void editsSoon() {
        betweenEdits = Duration.ofMillis(100);
    }

    /** From the next start on, these make the songs that others cannot. */
    void fallsBackTo(String... names) {
        music = new MusicConfig(Optional.empty(), List.of(names), PriceConfig.published());
    }

    /** From the next start on, nothing is asked again by itself. */
    void isPatient() {
        pause = FrontDoor::patient;
    }

    /** From the next start on, everything is asked again soon, as it is at first. */
    void isImpatient() {
        pause = FrontDoor::impatient;
    }

    /** As the operator has set it up by now. */
    void startWith(Map<String, String> variables) throws StartFailure {
        environment = variables;
        start(PowerSwitch.never());
    }

    void start(PowerSwitch powerSwitch) throws StartFailure {
        power = powerSwitch;
        Function<Configuration, Providers> cast =
                providers.isEmpty() ? Parts.standard().providers() : _ -> new Providers(providers);
        Parts parts = new Parts(
                InstantSource.system(),
                cast,
                powerSwitch,
                pause,
                space -> () -> Math.min(freeSpace, space.getAsLong()),
                betweenEdits);
        application =
                Application.start(environment.isEmpty() ? configuration() : operatorsConfiguration(), parts, _ -> {});
    }

    private Configuration operatorsConfiguration() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("DISCORD_TOKEN", sandbox.botToken());
        variables.put("DISCORD_API_URL", sandbox.apiUrl());
        variables.put("DATA_DIR", data.toString());
        variables.put("HTTP_PORT", "0");
        variables.put("DATABASE_URL", database().url());
        database().user().ifPresent(user -> variables.put("DATABASE_USER", user));
        return switch (new ConfigurationReader(data, variables).read(Optional.empty(), Set.of())) {
            case Configured configured -> configured.configuration();
            case Misconfigured mistaken -> throw new IllegalArgumentException(mistaken.toString());
        };
    }

    /** A song that is not news yet is asked after again soon. */
    private static Pause impatient(Pause pause) {
        return (JobId id, Duration duration) ->
                pause.pause(id, duration.compareTo(LONGEST_PAUSE) < 0 ? duration : LONGEST_PAUSE);
    }

    private static Pause patient(Pause pause) {
        return (JobId id, Duration duration) -> pause.pause(id, Duration.ofHours(1));
    }

    /** So much and no more is left on the disk from now on, in bytes. */
    void hasFreeSpace(long bytes) {
        freeSpace = bytes;
    }

    /** Where the running program listens to operators and providers. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:"
                + Optional.ofNullable(application).orElseThrow().httpPort() + path);
    }

    /** As if the machine went dark: whatever the program still tries is never written. */
    void goesDark() {
        power.cut();
        stop();
    }

    void stop() {
        if (application != null) {
            application.close();
            application = null;
        }
    }

    private Configuration configuration() {
        return new Configuration(
                data,
                new DiscordConfig(
                                Optional.of(sandbox.botToken()),
                                URI.create(sandbox.apiUrl()),
                                new ShardsConfig.Automatic())
                        .withOutside(outside),
                music,
                ProvidersConfig.none(),
                SealingConfig.none(),
                database(),
                quota,
                BudgetConfig.NONE,
                http,
                new FetchConfig(true),
                LogFormatConfig.TEXT,
                ops);
    }

    private DatabaseConfig database() {
        return engine.in(data);
    }

    SandboxInteraction run(SandboxMember member, String command, Map<String, ?> options) {
        return member.in(general).runs(command, options);
    }

    /** Runs a command in #general, and waits for words that it is answered with, at once or by an edit. */
    SandboxInteraction reads(SandboxMember member, String command, Map<String, ?> options, String... words) {
        return reads(member.in(general), command, options, words);
    }

    /** The same anywhere. */
    SandboxInteraction reads(MemberInChannel member, String command, Map<String, ?> options, String... words) {
        SandboxInteraction interaction = member.runs(command, options);
        eventually(() -> interaction
                .findResponse()
                .filter(message -> !message.isLoading())
                .isPresent());
        assertThat(TryText.of(interaction.response(), Instant.now())).contains(words);
        return interaction;
    }

    /** From now on words can be posted in #general, and a file nowhere. */
    void closesEveryWayTo(SandboxMember member) {
        general.deny(home.botRole(), Permission.ATTACH_FILES);
        sandbox.tokenLifetime(Duration.ZERO);
        member.closesDirectMessages();
    }

    /** How many finished songs wait for their members: in the data folder, or in a database that others have as well. */
    long keptSongs() throws IOException {
        if (database().isServer()) {
            return count("SELECT count(DISTINCT song_id) FROM song_file WHERE shelf = 'KEPT'");
        }
        Path folder = data.resolve("kept");
        if (Files.notExists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /** Every finished song in #general. */
    List<SandboxMessage> tracks() {
        return tracks(general);
    }

    List<SandboxMessage> tracks(SandboxChannel channel) {
        return channel.messages().stream()
                .filter(message -> !message.files().isEmpty())
                .toList();
    }

    SandboxMessage awaitTrack() {
        eventually(() -> !tracks().isEmpty());
        return tracks().getFirst();
    }

    SandboxMessage awaitNews(SandboxMember member) {
        eventually(() -> !news(member).isEmpty());
        return news(member).getFirst();
    }

    /** The messages in #general that ping this member, other than finished songs. */
    List<SandboxMessage> news(SandboxMember member) {
        return general.messages().stream()
                .filter(message ->
                        message.files().isEmpty() && message.pings().users().contains(member.id()))
                .toList();
    }

    /** What the admins of the guild are to know is told there from the next start on. */
    void logsIn(SandboxChannel channel) {
        stop();
        try (Database closed = Database.open(database())) {
            closed.settings()
                    .change(new GuildId(home.id()), before -> before.withLog(Optional.of(new ChannelId(channel.id()))));
        }
        try {
            start(PowerSwitch.never());
        } catch (StartFailure e) {
            throw new IllegalStateException(e);
        }
    }

    /** As somebody sees it who looks into the file. */
    int songs() {
        return count("SELECT count(*) FROM job");
    }

    /** Songs whose status was posted and is known. */
    int statuses() {
        return count("SELECT count(*) FROM job WHERE status_message_id IS NOT NULL");
    }

    /** Songs that a provider is making. */
    int rendering() {
        return count("SELECT count(*) FROM job WHERE state = 'RENDERING'");
    }

    /** Songs whose members do not know yet what became of them. */
    int untold() {
        return count("SELECT count(*) FROM job WHERE told = 0");
    }

    int count(String sql) {
        try (Connection connection = PostgresServer.connect(database());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a member reads at once or after some seconds, in words as Discord shows them. */
    void becomes(SandboxInteraction asked, String words) {
        if (!sandbox.await(SOON, () -> asked.response().content().equals(words))) {
            throw new AssertionError(asked.response().content() + "\nnever became\n" + words);
        }
    }

    void eventually(BooleanSupplier condition) {
        assertThat(sandbox.await(SOON, condition)).as("in time").isTrue();
    }

    Account account(SandboxMember member) {
        return new Account(new GuildId(home.id()), new UserId(member.id()));
    }

    /** What the ledger says once the program has stopped. */
    QuotaUsage ledgerAfterStop(SandboxMember member) {
        stop();
        try (Database closed = Database.open(database())) {
            return closed.ledger().usage(account(member), QuotaDay.of(Instant.now()));
        }
    }

    List<Job> unfinishedAfterStop() {
        stop();
        try (Database closed = Database.open(database())) {
            return closed.jobs().unfinished();
        }
    }

    @Override
    public void close() {
        stop();
        sandbox.close();
    }
}
