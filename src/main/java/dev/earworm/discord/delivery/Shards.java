package dev.earworm.discord.delivery;

import java.util.Optional;
import net.dv8tion.jda.api.sharding.ShardManager;

/** The connection to Discord, once there is one. Songs may be ready before it is: the core starts first. */
public final class Shards {
    private volatile Optional<ShardManager> connected = Optional.empty();

    public void connected(ShardManager shards) {
        connected = Optional.of(shards);
    }

    public Optional<ShardManager> connected() {
        return connected;
    }
}
