package dev.earworm.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Sets up JDA for a bot that answers commands and posts files: no members in memory, no privileged intent, no messages
 * read. Every event, request and callback runs on a virtual thread of its own, so that whoever gets one may block, and two
 * hundred at once cost no threads of the machine.
 */
final class ShardConnections {
    private static final int CONNECTIONS_KEPT = 64;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration PING = Duration.ofSeconds(30);

    private ShardConnections() {}

    /** Not logged in yet; until then most of its methods throw. */
    static ShardManager of(DiscordConfig config, DiscordObserver observer, IdentifyTurns turns, Object... listeners) {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("discord-", 0).factory());
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.createLight(
                        config.botToken().orElse(""), EnumSet.noneOf(GatewayIntent.class))
                // To know who sees a channel.
                .enableCache(CacheFlag.MEMBER_OVERRIDES)
                .setRestConfigProvider(
                        _ -> new RestConfig().setBaseUrl(config.apiUrl().toString()))
                .setSessionController(new SharedSessions(turns))
                .setEventPool(threads)
                .setCallbackPool(threads)
                .setRateLimitElastic(threads)
                .setHttpClientBuilder(keepingConnections().addInterceptor(new RestWatch(observer)))
                // For UploadLimits.
                .setRawEventsEnabled(true)
                .setEnableShutdownHook(false)
                .addEventListeners(new GatewayWatch(observer))
                .addEventListeners(listeners);
        return shards(builder, config.shards()).build(false);
    }

    /**
     * JDA would close a connection after ten quiet seconds, and each answer after that would begin with a handshake. Over
     * HTTP/2, which Discord speaks, there is one connection, and a ping finds out if it broke; over HTTP/1.1 there are as
     * many as there are requests at once.
     */
    private static OkHttpClient.Builder keepingConnections() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(CONNECTIONS_KEPT, KEPT.toSeconds(), TimeUnit.SECONDS))
                .pingInterval(PING.toSeconds(), TimeUnit.SECONDS);
    }

    private static DefaultShardManagerBuilder shards(DefaultShardManagerBuilder builder, ShardsConfig shards) {
        return switch (shards) {
            case ShardsConfig.Automatic _ -> builder.setShardsTotal(-1);
            case ShardsConfig.Range range ->
                builder.setShardsTotal(range.total()).setShards(range.from(), range.to());
        };
    }
}
