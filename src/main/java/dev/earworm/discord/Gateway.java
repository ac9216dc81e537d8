package dev.earworm.discord;

import java.time.Duration;
import java.util.Optional;

/**
 * How the connection to Discord is at this moment.
 *
 * @param shards that this process runs, or is about to
 * @param connected how many of them are connected
 * @param ping how long the slowest shard's last heartbeat took; empty before the first
 */
public record Gateway(int shards, int connected, Optional<Duration> ping) {
    static final Gateway CLOSED = new Gateway(0, 0, Optional.empty());
}
