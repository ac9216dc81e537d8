package dev.earworm.sandbox.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** One WebSocket of a bot: what is sent goes out in order, compressed if the bot asked for it. */
final class GatewayConnection {
    private static final int MOST_EVENTS = 120;
    private static final long PERIOD = java.time.Duration.ofSeconds(60).toNanos();

    private final Session socket;
    private final Optional<ZlibStream> zlib;
    private boolean isOpen = true;
    private long periodStart = System.nanoTime();
    private int received;
    private @Nullable GatewaySession session;

    GatewayConnection(WsContext context) {
        this.socket = context.session;
        this.zlib =
                "zlib-stream".equals(context.queryParam("compress")) ? Optional.of(new ZlibStream()) : Optional.empty();
    }

    Optional<GatewaySession> session() {
        return Optional.ofNullable(session);
    }

    void session(@Nullable GatewaySession bound) {
        session = bound;
    }

    /** Counts an event that the bot sent; 120 a minute are allowed. */
    boolean isWithinRate() {
        if (System.nanoTime() - periodStart > PERIOD) {
            periodStart = System.nanoTime();
            received = 0;
        }
        received++;
        return received <= MOST_EVENTS;
    }

    void send(int opcode, ObjectNode data) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("op", opcode);
        payload.set("d", data);
        payload.putNull("s");
        payload.putNull("t");
        send(payload.toString());
    }

    void send(int opcode, boolean data) {
        send("{\"op\":%d,\"d\":%b,\"s\":null,\"t\":null}".formatted(opcode, data));
    }

    synchronized void send(String payload) {
        if (!isOpen) {
            return;
        }
        if (zlib.isPresent()) {
            byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
            socket.sendBinary(zlib.get().compress(bytes), Callback.NOOP);
        } else {
            socket.sendText(payload, Callback.NOOP);
        }
    }

    void close(GatewayClose reason) {
        close(reason.code(), reason.reason());
    }

    void close(int code, String reason) {
        if (end()) {
            socket.close(code, reason, Callback.NOOP);
        }
    }

    /** Breaks the socket without a word. */
    void drop() {
        if (end()) {
            socket.disconnect();
        }
    }

    /** The connection is over; true the first time. */
    synchronized boolean end() {
        boolean wasOpen = isOpen;
        isOpen = false;
        if (wasOpen) {
            zlib.ifPresent(ZlibStream::close);
        }
        return wasOpen;
    }
}
