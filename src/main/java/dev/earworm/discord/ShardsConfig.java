package dev.earworm.discord;

/**
 * Which shards of the bot this process runs.
 *
 * <p>Discord sends a guild's events to shard {@code (guild_id >> 22) % total}
 * (<a href="https://docs.discord.com/developers/events/gateway#sharding">Discord on sharding</a>).
 */
public sealed interface ShardsConfig {
    /** As many as Discord recommends, all of them in this process. */
    static ShardsConfig automatic() {
        return new Automatic();
    }

    /**
     * Some shards of a bot that runs in several processes.
     *
     * @param from first shard of this process, 0 or more
     * @param to last shard of this process, at least {@code from}, below {@code total}
     * @param total shards of the whole bot
     * @throws IllegalArgumentException when the numbers are not in this order
     */
    static ShardsConfig range(int from, int to, int total) {
        return new Range(from, to, total);
    }

    /** Reads as {@code auto}. */
    record Automatic() implements ShardsConfig {
        @Override
        public String toString() {
            return "auto";
        }
    }

    /** Reads as {@code 0-3/16}. */
    record Range(int from, int to, int total) implements ShardsConfig {
        public Range {
            if (from < 0 || to < from || total <= to) {
                throw new IllegalArgumentException("no such shards: " + from + "-" + to + "/" + total);
            }
        }

        @Override
        public String toString() {
            return from + "-" + to + "/" + total;
        }
    }
}
