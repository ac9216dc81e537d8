package dev.earworm.sandbox.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsCloseContext;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsMessageContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Greets bots, tells them what happens, and loses their connections on demand.
 *
 * <p>developers/events/gateway. Connections are looked up by WebSocket session; sessions by Discord's session id. A session
 * that lost its connection is kept until it is resumed, or until the same shard identifies anew.
 */
public final class GatewayServer {
    static final int DISPATCH = 0;
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int PRESENCE_UPDATE = 3;
    private static final int VOICE_STATE_UPDATE = 4;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int REQUEST_GUILD_MEMBERS = 8;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_ACK = 11;
    private static final int HEARTBEAT_INTERVAL_MILLIS = 41_250;
    private static final int MOST_CHARACTERS = 4096;

    private final GatewaySource source;
    private final String botToken;
    private final int allowedIntents;
    private final IdentifyGate gate;
    private final Supplier<String> url;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, GatewayConnection> connections = new ConcurrentHashMap<>();
    private final List<GatewaySession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger identified = new AtomicInteger();
    private final Outage outage = new Outage();

    public GatewayServer(
            GatewaySource source, String botToken, int disallowedIntents, IdentifyGate gate, Supplier<String> url) {
        this.source = source;
        this.botToken = botToken;
        this.allowedIntents = ~disallowedIntents;
        this.gate = gate;
        this.url = url;
    }

    /** Takes the WebSocket's events. */
    public void register(WsConfig socket) {
        socket.onConnect(this::connect);
        socket.onMessage(context -> outage.pass(() -> receive(context)));
        socket.onClose(this::closed);
        socket.onError(context -> lost(context.sessionId(), false));
    }

    /** Tells every session that may hear of it. Call it in the order in which things happen. */
    public void tell(GatewayEvent event) {
        sessions.stream()
                .filter(session -> session.hears(event))
                .forEach(session -> session.tell(event.type(), event.data()));
    }

    /** Sessions that have a connection. */
    public int connectedSessions() {
        return (int) sessions.stream()
                .filter(session -> session.connection().isPresent())
                .count();
    }

    /** How many sessions were begun so far. */
    public int identified() {
        return identified.get();
    }

    /** How often a bot wanted to begin a session too soon. */
    public int refusedIdentifies() {
        return gate.refused();
    }

    /** Breaks every connection without a word; the sessions can be resumed. */
    public void dropConnections() {
        connections.forEach((id, connection) -> {
            connection.drop();
            lost(id, false);
        });
    }

    /** Breaks every connection, and hears and answers nobody until {@link #restore}. */
    public void cutOff() {
        outage.begin();
        dropConnections();
    }

    public void restore() {
        outage.end();
    }

    public boolean isCutOff() {
        return outage.isOn();
    }

    /** Asks every bot to reconnect and resume (opcode 7). */
    public void askToReconnect() {
        connections.values().forEach(connection -> connection.send(RECONNECT, JsonNodeFactory.instance.objectNode()));
    }

    /** Ends every session; bots must identify anew (opcode 9). */
    public void invalidateSessions() {
        sessions.clear();
        connections.values().forEach(connection -> connection.session(null));
        connections.values().forEach(connection -> connection.send(INVALID_SESSION, false));
        source.onSessionsChanged();
    }

    /** Closes every connection, as Discord does when it goes away. */
    public void close() {
        connections.values().forEach(connection -> connection.close(1001, "Going away"));
    }

    private void connect(WsConnectContext context) {
        GatewayConnection connection = new GatewayConnection(context);
        connections.put(context.sessionId(), connection);
        outage.pass(() -> greet(context, connection));
    }

    private static void greet(WsConnectContext context, GatewayConnection connection) {
        if ("etf".equals(context.queryParam("encoding"))) {
            connection.close(GatewayClose.DECODE_ERROR);
            return;
        }
        ObjectNode hello = JsonNodeFactory.instance.objectNode();
        hello.put("heartbeat_interval", HEARTBEAT_INTERVAL_MILLIS);
        connection.send(HELLO, hello);
    }

    private void receive(WsMessageContext context) {
        GatewayConnection connection = connections.get(context.sessionId());
        if (connection == null) {
            return;
        }
        if (!connection.isWithinRate()) {
            connection.close(GatewayClose.RATE_LIMITED);
            return;
        }
        Optional<JsonNode> payload = parse(context.message());
        if (payload.isEmpty()) {
            connection.close(GatewayClose.DECODE_ERROR);
            return;
        }
        take(connection, payload.get().path("op").asInt(-1), payload.get().path("d"));
    }

    private void take(GatewayConnection connection, int opcode, JsonNode data) {
        switch (opcode) {
            case HEARTBEAT -> connection.send("{\"op\":%d}".formatted(HEARTBEAT_ACK));
            case IDENTIFY -> identify(connection, data);
            case RESUME -> resume(connection, data);
            case REQUEST_GUILD_MEMBERS ->
                connection
                        .session()
                        .ifPresentOrElse(
                                session -> sendMembers(session, new MemberRequest(data)),
                                () -> connection.close(GatewayClose.NOT_AUTHENTICATED));
            case PRESENCE_UPDATE, VOICE_STATE_UPDATE -> {
                if (connection.session().isEmpty()) {
                    connection.close(GatewayClose.NOT_AUTHENTICATED);
                }
            }
            default -> connection.close(GatewayClose.UNKNOWN_OPCODE);
        }
    }

    private void identify(GatewayConnection connection, JsonNode data) {
        Optional<GatewayClose> refusal = refusal(connection, data);
        if (refusal.isPresent()) {
            connection.close(refusal.get());
            return;
        }
        int shard = data.path("shard").path(0).asInt(0);
        int shards = data.path("shard").path(1).asInt(1);
        if (!gate.passes(shard)) {
            connection.send(INVALID_SESSION, false);
            return;
        }
        String id = UUID.randomUUID().toString().replace("-", "");
        int intents = data.path("intents").asInt();
        GatewaySession session = new GatewaySession(id, shard, shards, intents, connection);
        identified.incrementAndGet();
        source.exclusively(() -> {
            connection.session(session);
            session.tell("READY", ready(session, data.has("shard")));
            sessions.removeIf(old -> old.connection().isEmpty() && old.isOf(shard, shards));
            sessions.add(session);
            guildsOf(session).forEach(guild -> tellGuild(session, guild));
            source.onSessionsChanged();
        });
    }

    private Optional<GatewayClose> refusal(GatewayConnection connection, JsonNode data) {
        if (connection.session().isPresent()) {
            return Optional.of(GatewayClose.ALREADY_AUTHENTICATED);
        }
        if (!data.path("token").asText().equals(botToken)) {
            return Optional.of(GatewayClose.AUTHENTICATION_FAILED);
        }
        int shard = data.path("shard").path(0).asInt(0);
        int shards = data.path("shard").path(1).asInt(1);
        if (shards < 1 || shard < 0 || shard >= shards) {
            return Optional.of(GatewayClose.INVALID_SHARD);
        }
        boolean isAllowed = (data.path("intents").asInt() & ~allowedIntents) == 0;
        return isAllowed ? Optional.empty() : Optional.of(GatewayClose.DISALLOWED_INTENTS);
    }

    private ObjectNode ready(GatewaySession session, boolean isSharded) {
        ObjectNode ready = source.ready();
        ready.put("v", 10);
        ready.put("session_id", session.id());
        ready.put("resume_gateway_url", url.get());
        if (isSharded) {
            ready.putArray("shard").add(session.shard()).add(session.shards());
        }
        guildsOf(session)
                .forEach(guild -> ready.withArrayProperty("guilds")
                        .addObject()
                        .put("id", Long.toUnsignedString(guild))
                        .put("unavailable", true));
        ready.withArrayProperty("guilds");
        return ready;
    }

    private List<Long> guildsOf(GatewaySession session) {
        return source.guildIds().stream().filter(session::serves).toList();
    }

    private void tellGuild(GatewaySession session, long guild) {
        if (session.hasIntent(GatewayEvent.GUILDS)) {
            session.tell("GUILD_CREATE", source.guildCreate(guild));
        }
    }

    private void resume(GatewayConnection connection, JsonNode data) {
        if (!data.path("token").asText().equals(botToken)) {
            connection.close(GatewayClose.AUTHENTICATION_FAILED);
            return;
        }
        String id = data.path("session_id").asText();
        source.exclusively(() -> {
            Optional<GatewaySession> session = sessions.stream()
                    .filter(candidate -> candidate.id().equals(id))
                    .filter(candidate ->
                            candidate.resume(connection, data.path("seq").asLong()))
                    .findFirst();
            session.ifPresentOrElse(connection::session, () -> connection.send(INVALID_SESSION, false));
            source.onSessionsChanged();
        });
    }

    private void sendMembers(GatewaySession session, MemberRequest request) {
        source.exclusively(() -> session.tell("GUILD_MEMBERS_CHUNK", request.chunk(source.members(request.guildId()))));
    }

    private void closed(WsCloseContext context) {
        boolean isFinal = context.status() == 1000 || context.status() == 1001;
        lost(context.sessionId(), isFinal);
    }

    /** A bot that closes with 1000 or 1001 ends its session; after anything else it may resume. */
    private void lost(String socketId, boolean isFinal) {
        GatewayConnection connection = connections.remove(socketId);
        if (connection == null) {
            return;
        }
        connection.end();
        connection.session().ifPresent(session -> {
            session.detach(connection);
            if (isFinal) {
                sessions.remove(session);
            }
        });
        source.onSessionsChanged();
    }

    private Optional<JsonNode> parse(String message) {
        if (message.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(mapper.readTree(message)).filter(JsonNode::isObject);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
