package dev.earworm.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A server on this machine that speaks Apiframe, makes songs until it is told that they are done, and signs its calls. */
final class CallingVendor implements AutoCloseable {
    static final String API_KEY = "afk_for_nobody";

    /** The songs that were handed in, as they come. */
    final BlockingQueue<String> submitted = new LinkedBlockingQueue<>();

    private final Map<String, Long> askedAt = new ConcurrentHashMap<>();
    private final Map<String, Long> doneAt = new ConcurrentHashMap<>();
    private final MockWebServer server = new MockWebServer();
    private final byte[] song;

    CallingVendor(byte[] song) throws IOException {
        this.song = song;
        server.setDispatcher(new Desk());
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    String url() {
        return server.url("/").toString();
    }

    void finishes(String id) {
        doneAt.put(id, System.nanoTime());
    }

    /** When the bot first asked for a song after it was done; empty until then. */
    OptionalLong askedAt(String id) {
        Long at = askedAt.get(id);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** As https://docs-v2.apiframe.ai/docs/webhooks has it. */
    static String signature(String body) throws GeneralSecurityException {
        byte[] secret = MessageDigest.getInstance("SHA-256").digest(API_KEY.getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Desk extends Dispatcher {
        private int songs;

        @Override
        public synchronized MockResponse dispatch(RecordedRequest request) {
            String path = request.getUrl().encodedPath();
            if (path.startsWith("/song")) {
                return new MockResponse.Builder().body(new Buffer().write(song)).build();
            }
            if ("POST".equals(request.getMethod())) {
                String id = "00000000-0000-4000-8000-%012d".formatted(++songs);
                submitted.add(id);
                return json(202, "{\"jobId\":\"%s\",\"status\":\"QUEUED\"}".formatted(id));
            }
            return job(path.substring(path.lastIndexOf('/') + 1));
        }

        private MockResponse job(String id) {
            if (!doneAt.containsKey(id)) {
                return json(200, "{\"id\":\"%s\",\"status\":\"PROCESSING\",\"progress\":50}".formatted(id));
            }
            askedAt.putIfAbsent(id, System.nanoTime());
            return json(200, """
                    {"id":"%s","status":"COMPLETED","result":{"tracks":[{"audioUrl":"%s"}]},"creditCost":10}""".formatted(id, server.url("/song")));
        }

        private MockResponse json(int status, String body) {
            return new MockResponse.Builder()
                    .code(status)
                    .addHeader("Content-Type", "application/json")
                    .body(body)
                    .build();
        }
    }
}
