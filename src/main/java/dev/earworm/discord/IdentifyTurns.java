package dev.earworm.discord;

/**
 * Who may identify at Discord next, among all processes of the bot: one shard of each bucket in five seconds
 * (<a href="https://docs.discord.com/developers/events/gateway#sharding-max-concurrency">Discord on max_concurrency</a>).
 */
@FunctionalInterface
public interface IdentifyTurns {
    /** Of a bot that is one process: JDA itself keeps its shards apart. */
    IdentifyTurns ALONE = _ -> () -> {};

    /**
     * Waits for the turn of this bucket.
     *
     * @return gives the turn back
     */
    Runnable take(int bucket) throws InterruptedException;
}
