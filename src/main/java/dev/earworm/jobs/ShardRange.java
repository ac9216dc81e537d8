package dev.earworm.jobs;

import dev.earworm.quota.GuildId;

/**
 * The part of the bot that this process is: some of its shards. A song belongs to the shard of its guild, outside of
 * servers to the first, and everything that happens with it happens in the process that runs this shard.
 *
 * <p>Discord sends a guild's events to shard {@code (guild_id >> 22) % total}
 * (<a href="https://docs.discord.com/developers/events/gateway#sharding">Discord on sharding</a>).
 *
 * @param first 0 or more
 * @param last at least {@code first}, below {@code total}
 * @param total shards of the whole bot
 */
public record ShardRange(int first, int last, int total) {
    /** A bot that is one process, however many shards Discord gives it. */
    public static final ShardRange WHOLE = new ShardRange(0, 0, 1);

    public ShardRange {
        if (first < 0 || last < first || total <= last) {
            throw new IllegalArgumentException("no such shards: " + first + "-" + last + "/" + total);
        }
    }

    /** Whether a guild's songs are made here. */
    public boolean has(GuildId guild) {
        return has(shardOf(guild));
    }

    boolean has(int shard) {
        return first <= shard && shard <= last;
    }

    int shardOf(GuildId guild) {
        return Math.toIntExact((guild.value() >>> 22) % total);
    }

    /** Whether what the bot does once, and not once in each process, is done here. */
    public boolean isFirst() {
        return has(0);
    }

    /** Whether no other process has songs. */
    public boolean isWhole() {
        return last - first + 1 == total;
    }

    @Override
    public String toString() {
        return first + "-" + last + "/" + total;
    }
}
