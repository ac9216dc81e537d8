package dev.earworm.discord;

import dev.earworm.discord.delivery.Deliveries;
import dev.earworm.discord.delivery.DiscordSongArchive;
import dev.earworm.discord.delivery.DiscordTrackPublisher;
import dev.earworm.discord.delivery.GuildLog;
import dev.earworm.discord.delivery.GuildSongLog;
import dev.earworm.discord.delivery.LearnedLimits;
import dev.earworm.discord.delivery.Shards;
import dev.earworm.discord.delivery.SongLines;
import dev.earworm.discord.delivery.StatusBoard;
import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.discord.delivery.TrackRemoval;
import dev.earworm.discord.delivery.VoiceMaker;
import dev.earworm.discord.delivery.VoiceMessages;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.LoggedSongs;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.SongArchive;
import dev.earworm.jobs.SongCopies;
import dev.earworm.jobs.SongFiles;
import dev.earworm.jobs.SongQueue;
import dev.earworm.jobs.TrackPublisher;
import dev.earworm.jobs.VoiceMessageStore;
import dev.earworm.keys.GuildProviders;
import dev.earworm.settings.SettingsStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.sharding.ShardManager;

/**
 * What the core needs of Discord: a way to post songs, and a board that shows how they go. {@link DiscordBot} logs it in;
 * until then the publisher answers "try later".
 */
public final class DiscordConnection implements AutoCloseable {
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private final DiscordConfig config;
    final Shards shards = new Shards();
    private final Deliveries deliveries = new Deliveries();
    private final StatusPosts posts;
    private final StatusBoard board;
    private final TrackPublisher publisher;
    private final LearnedLimits limits = new LearnedLimits();
    private volatile DiscordObserver observer = DiscordObserver.NONE;
    private volatile IdentifyTurns turns = IdentifyTurns.ALONE;

    /**
     * Connects to nothing yet.
     *
     * @param betweenEdits the least time between two edits of one status message
     */
    public DiscordConnection(
            DiscordConfig config,
            JobStore songs,
            SongQueue queue,
            Quotas quotas,
            GuildProviders providers,
            SettingsStore settings,
            Duration betweenEdits,
            InstantSource clock) {
        this.config = config;
        this.posts = new StatusPosts(providers, deliveries);
        this.board = new StatusBoard(shards, songs, queue, quotas, posts, betweenEdits, clock);
        this.publisher = new DiscordTrackPublisher(
                shards, quotas, providers.instance(), posts, deliveries, limits, settings, clock);
    }

    /** Hands over finished songs and refusals. */
    public TrackPublisher publisher() {
        return publisher;
    }

    /** Fetches songs again from where they were posted. */
    public SongArchive archive(SongCopies copies, DiscordSongArchive.Download download) {
        return new DiscordSongArchive(shards, copies, download);
    }

    /**
     * Sends songs as voice messages.
     *
     * @param files for what is made on the way; nobody else's
     */
    public VoiceMessages voices(SongArchive archive, VoiceMaker maker, VoiceMessageStore store, SongFiles files) {
        return new VoiceMessages(shards, archive, maker, store, files);
    }

    /** Takes songs away again. */
    public TrackRemoval removal(VoiceMessageStore store, SongCopies copies) {
        return new TrackRemoval(shards, store, copies);
    }

    /** Tells the admins of a guild what happens. */
    public GuildLog guildLog(SettingsStore settings) {
        return new GuildLog(shards, settings);
    }

    /** Wants to know of every change to a song, to tell the admins what became of it. */
    public JobListener songLog(LoggedSongs logged, SettingsStore settings, GuildLog log) {
        return new GuildSongLog(logged, settings, log, new SongLines(posts, deliveries));
    }

    LearnedLimits limits() {
        return limits;
    }

    /** Wants to know of every change to a song, to show it. */
    public JobListener statusBoard() {
        return board;
    }

    DiscordConfig config() {
        return config;
    }

    /**
     * Connects the first shard; further ones follow by themselves.
     *
     * @return the first shard, which may not be ready yet
     * @throws net.dv8tion.jda.api.exceptions.InvalidTokenException when Discord does not accept the token
     * @throws RuntimeException when Discord cannot be reached
     */
    JDA connect(Object... listeners) {
        ShardManager connected = ShardConnections.of(config, observer, turns, listeners);
        connected.login();
        shards.connected(connected);
        return connected.getShards().getFirst();
    }

    StatusPosts posts() {
        return posts;
    }

    StatusBoard board() {
        return board;
    }

    /** From the next connection on, it is told how that goes. */
    public void watchedBy(DiscordObserver other) {
        observer = other;
    }

    /** From the next connection on, its shards take turns with those of other processes. */
    public void identifiesInTurn(IdentifyTurns others) {
        turns = others;
    }

    /** How many shards there are, and how quick they are. */
    public Gateway gateway() {
        return shards.connected().map(DiscordConnection::gateway).orElse(Gateway.CLOSED);
    }

    private static Gateway gateway(ShardManager connected) {
        List<JDA> running = connected.getShards();
        long ping = running.stream().mapToLong(JDA::getGatewayPing).max().orElse(-1);
        return new Gateway(
                running.size() + connected.getShardsQueued(),
                Math.toIntExact(running.stream()
                        .filter(shard -> shard.getStatus() == JDA.Status.CONNECTED)
                        .count()),
                ping < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(ping)));
    }

    /** Whether every shard of this process is connected. */
    public boolean isReady() {
        return shards.connected().filter(DiscordConnection::isReady).isPresent();
    }

    private static boolean isReady(ShardManager connected) {
        List<JDA> running = connected.getShards();
        return !running.isEmpty()
                && connected.getShardsQueued() == 0
                && running.stream().allMatch(shard -> shard.getStatus() == JDA.Status.CONNECTED);
    }

    /** Says goodbye to Discord; requests that are under way get a few seconds. */
    @Override
    public void close() {
        board.close();
        shards.connected().ifPresent(DiscordConnection::close);
    }

    private static void close(ShardManager connected) {
        List<JDA> running = connected.getShards();
        connected.shutdown();
        try {
            long end = System.nanoTime() + LONGEST_GOODBYE.toNanos();
            for (JDA shard : running) {
                if (!shard.awaitShutdown(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    shard.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            running.forEach(JDA::shutdownNow);
            Thread.currentThread().interrupt();
        }
    }
}
