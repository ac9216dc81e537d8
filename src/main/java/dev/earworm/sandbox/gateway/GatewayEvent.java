package dev.earworm.sandbox.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;

/**
 * Something that happened and that bots may hear of.
 *
 * @param type Discord's name, {@code MESSAGE_CREATE}
 * @param guildId decides the shard; empty for direct messages, which go to shard 0
 * @param intent the intent without which a bot does not hear of it; 0 for none
 */
public record GatewayEvent(String type, OptionalLong guildId, int intent, ObjectNode data) {
    public static final int NO_INTENT = 0;
    public static final int GUILDS = 1;
    public static final int GUILD_MEMBERS = 1 << 1;
    public static final int GUILD_PRESENCES = 1 << 8;
    public static final int GUILD_MESSAGES = 1 << 9;
    public static final int DIRECT_MESSAGES = 1 << 12;
    public static final int MESSAGE_CONTENT = 1 << 15;
    /** Intents that Discord gives only to bots that applied for them. */
    public static final int PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
}
