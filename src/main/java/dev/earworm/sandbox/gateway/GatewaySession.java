package dev.earworm.sandbox.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a bot said in IDENTIFY, and every event it was told since; outlives the connection, so that it can be resumed.
 *
 * <p>The last 1,000 events are kept for a bot that comes back; one that is further behind must identify anew.
 */
final class GatewaySession {
    private static final int KEPT = 1000;

    private final String id;
    private final int shard;
    private final int shards;
    private final int intents;
    private final Deque<Told> told = new ArrayDeque<>();
    private long sequence;
    private @Nullable GatewayConnection connection;

    GatewaySession(String id, int shard, int shards, int intents, GatewayConnection connection) {
        this.id = id;
        this.shard = shard;
        this.shards = shards;
        this.intents = intents;
        this.connection = connection;
    }

    private record Told(long sequence, String payload) {}

    String id() {
        return id;
    }

    int shard() {
        return shard;
    }

    int shards() {
        return shards;
    }

    boolean isOf(int otherShard, int otherShards) {
        return shard == otherShard && shards == otherShards;
    }

    boolean hasIntent(int intent) {
        return intent == GatewayEvent.NO_INTENT || (intents & intent) != 0;
    }

    boolean serves(long guildId) {
        return (guildId >>> 22) % shards == shard;
    }

    boolean hears(GatewayEvent event) {
        boolean isMine = event.guildId().isPresent() ? serves(event.guildId().getAsLong()) : shard == 0;
        return isMine && hasIntent(event.intent());
    }

    synchronized void tell(String type, ObjectNode data) {
        sequence++;
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("op", GatewayServer.DISPATCH);
        payload.put("t", type);
        payload.put("s", sequence);
        payload.set("d", data);
        String text = payload.toString();
        if (told.size() == KEPT) {
            told.removeFirst();
        }
        told.addLast(new Told(sequence, text));
        if (connection != null) {
            connection.send(text);
        }
    }

    /** Tells a bot that came back what it missed; false if that is no longer known. */
    synchronized boolean resume(GatewayConnection returned, long lastHeard) {
        boolean isKnown = lastHeard <= sequence && (told.isEmpty() || lastHeard >= told.getFirst().sequence - 1);
        if (!isKnown) {
            return false;
        }
        connection = returned;
        told.stream().filter(event -> event.sequence > lastHeard).forEach(event -> returned.send(event.payload));
        tell("RESUMED", JsonNodeFactory.instance.objectNode());
        return true;
    }

    synchronized Optional<GatewayConnection> connection() {
        return Optional.ofNullable(connection);
    }

    synchronized void detach(GatewayConnection lost) {
        if (connection == lost) {
            connection = null;
        }
    }
}
