package dev.earworm.discord;

import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;

/**
 * Sets up JDA for a bot that answers commands and posts files: no members in memory, no privileged intent, no messages
 * read. Every event and callback runs on a virtual thread of its own, so that whoever gets one may block.
 */
final class ShardConnections {
    private ShardConnections() {}

    /** Not logged in yet. */
    static ShardManager of(DiscordConfig config) {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("discord-", 0).factory());
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.createLight(
                        config.botToken().orElse(""), EnumSet.noneOf(GatewayIntent.class))
                .setRestConfigProvider(
                        _ -> new RestConfig().setBaseUrl(config.apiUrl().toString()))
                .setEventPool(threads)
                .setCallbackPool(threads)
                // For UploadLimits.
                .setRawEventsEnabled(true)
                .setEnableShutdownHook(false);
        return shards(builder, config.shards()).build(false);
    }

    private static DefaultShardManagerBuilder shards(DefaultShardManagerBuilder builder, ShardsConfig shards) {
        return switch (shards) {
            case ShardsConfig.Automatic _ -> builder.setShardsTotal(-1);
            case ShardsConfig.Range range ->
                builder.setShardsTotal(range.total()).setShards(range.from(), range.to());
        };
    }
}
