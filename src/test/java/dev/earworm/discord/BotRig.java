package dev.earworm.discord;

import dev.earworm.jobs.FinishedTrack;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.LearnedWaits;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.ProviderSlots;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.SongDesks;
import dev.earworm.jobs.SongQueue;
import dev.earworm.jobs.SongService;
import dev.earworm.jobs.TrackPublisher;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Providers;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaLimits;
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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The bot with a real JDA in a sandbox, real storage, and nobody who makes music: a test moves songs on by itself, as the
 * job loop would.
 */
final class BotRig implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(10);
    static final Duration BETWEEN_EDITS = Duration.ofMillis(200);

    final Sandbox sandbox;
    final SandboxGuild home;
    final SandboxChannel general;
    final SandboxMember alice;
    final SandboxMember bob;
    final Database database;
    final DiscordConnection connection;
    final SongService songs;
    private final Path folder;
    private final InstantSource clock = InstantSource.system();

    private BotRig(Path folder, QuotaLimits limits, SandboxConfig config) throws InterruptedException {
        this.folder = folder;
        sandbox = Sandbox.start(config);
        home = sandbox.guild("Home");
        general = home.channel("general");
        alice = home.member("alice");
        bob = home.member("bob");
        database = Database.open(new DatabaseConfig("jdbc:sqlite:" + folder.resolve("earworm.db")));
        Providers providers = Catalogue.providers();
        ProviderSlots slots = new ProviderSlots(providers, clock);
        SongQueue queue = new SongQueue(database.jobs(), providers, slots, new LearnedWaits(database.jobs()), clock);
        Quotas quotas = new Quotas(database.ledger(), limits, clock);
        DiscordConfig discord = new DiscordConfig(
                Optional.of(sandbox.botToken()), URI.create(sandbox.apiUrl()), ShardsConfig.automatic());
        connection = new DiscordConnection(discord, database.jobs(), queue, quotas, providers, BETWEEN_EDITS, clock);
        songs = SongDesks.service(
                database.jobs(),
                database.ledger(),
                database.transactions(),
                limits,
                providers,
                queue,
                connection.statusBoard(),
                clock);
        Login login = new DiscordBot(connection, songs, queue, quotas, providers).logIn();
        if (!(login instanceof Login.LoggedIn)) {
            throw new IllegalStateException(login.toString());
        }
    }

    static BotRig start(Path folder) throws InterruptedException {
        return start(folder, new QuotaLimits(3, 1800, 3));
    }

    static BotRig start(Path folder, QuotaLimits limits) throws InterruptedException {
        return new BotRig(folder, limits, SandboxConfig.standard().withRateLimits(RateLimitConfig.generous()));
    }

    /** A member runs a command in #general; the answer once it is there. */
    SandboxMessage answer(SandboxMember member, String command, Map<String, ?> options) {
        return run(member, command, options).awaitResponse(SOON);
    }

    SandboxInteraction run(SandboxMember member, String command, Map<String, ?> options) {
        return member.in(general).runs(command, options);
    }

    /** The newest song that has not ended. */
    Job newest() {
        return database.jobs().unfinished(new GuildId(home.id())).getLast();
    }

    /** The song's job once the bot has written where its status is. */
    Job newestWithStatus() {
        eventually(() -> newest().statusMessage().isPresent());
        return newest();
    }

    /** The provider takes a song. */
    void promote(JobId id) {
        if (!database.jobs().promote(id, 10, Instant.now())) {
            throw new IllegalStateException("not promoted");
        }
        tell(id);
    }

    void render(JobId id) {
        promote(id);
        database.jobs().openSubmit(id, Instant.now());
        database.jobs().rendering(id, new ProviderJobId("one"));
        tell(id);
        database.jobs().rendered(id, Optional.empty(), Instant.now());
        tell(id);
    }

    void delivered(JobId id, MessageId message) {
        database.jobs().delivered(id, message, Instant.now());
        database.ledger().commit(id);
        tell(id);
    }

    Job fail(JobId id, Refusal refusal) {
        promote(id);
        database.jobs().failed(id, refusal, Instant.now());
        database.ledger().release(id);
        tell(id);
        return database.jobs().find(id).orElseThrow();
    }

    void tell(JobId id) {
        JobListener board = connection.statusBoard();
        board.changed(database.jobs().find(id).orElseThrow());
    }

    TrackPublisher publisher() {
        return connection.publisher();
    }

    FinishedTrack track(int size) throws IOException {
        Path file = folder.resolve("song-" + size + ".mp3");
        Files.write(file, new byte[size]);
        return new FinishedTrack(file, "a-calm-river.mp3", "a *calm* river", Duration.ofSeconds(30), size);
    }

    void eventually(java.util.function.BooleanSupplier condition) {
        if (!sandbox.await(SOON, condition)) {
            throw new AssertionError("not within " + SOON + ": " + general.messages());
        }
    }

    SandboxMessage eventually(SandboxMember reader, Predicate<SandboxMessage> wanted) {
        eventually(() -> reader.sees(general).stream().anyMatch(wanted));
        return reader.sees(general).stream().filter(wanted).findFirst().orElseThrow();
    }

    List<SandboxMessage> posted() {
        return general.messages();
    }

    @Override
    public void close() {
        connection.close();
        database.close();
        sandbox.close();
    }
}
