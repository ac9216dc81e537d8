package dev.earworm.sandbox.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the gateway tells a bot when it comes: who it is and where it lives. */
public interface GatewaySource {
    /** Runs while nothing else changes, so that a greeting and the events after it fit together. */
    void exclusively(Runnable work);

    /** The READY event, but for {@code v}, {@code session_id}, {@code resume_gateway_url}, {@code guilds} and {@code shard}. */
    ObjectNode ready();

    List<Long> guildIds();

    /** The GUILD_CREATE event of a guild. */
    ObjectNode guildCreate(long guildId);

    /** Every member of a guild, for a bot that asks for them. */
    ArrayNode members(long guildId);

    /** Sessions came, went or were resumed. */
    void onSessionsChanged();
}
