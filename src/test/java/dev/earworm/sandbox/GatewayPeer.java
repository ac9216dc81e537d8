package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The bot's end of a WebSocket at the gateway, without a library. */
record GatewayPeer(WebSocket socket, Ear ear) implements AutoCloseable {
    static GatewayPeer connected(Sandbox sandbox) {
        Ear ear = new Ear();
        URI address = URI.create(sandbox.gatewayUrl() + "?v=10&encoding=json");
        HttpClient client = HttpClient.newHttpClient();
        return new GatewayPeer(
                client.newWebSocketBuilder().buildAsync(address, ear).join(), ear);
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    JsonNode next() throws Exception {
        String text = ear.heard.poll(20, TimeUnit.SECONDS);
        assertThat(text).as("the gateway's next word").isNotNull();
        return new ObjectMapper().readTree(text);
    }

    int closed() throws Exception {
        Integer code = ear.closes.poll(20, TimeUnit.SECONDS);
        assertThat(code).as("the gateway's close code").isNotNull();
        return Objects.requireNonNull(code);
    }

    /** Without a word. */
    @Override
    public void close() {
        socket.abort();
    }

    /** Takes down what the gateway says. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> closes = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                heard.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            closes.add(statusCode);
            return null;
        }
    }
}
