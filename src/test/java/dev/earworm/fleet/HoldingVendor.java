package dev.earworm.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/**
 * ElevenLabs over HTTP on this machine. It answers with a song when the test says so, and writes down which key asked for
 * what: with a key for each process, that is which process did.
 */
public final class HoldingVendor implements AutoCloseable {
    private static final String TOO_MANY = """
            {"detail": {"code": "concurrent_limit_exceeded", "message": "Too many concurrent requests. Your current \
            subscription is associated with a maximum of %d concurrent requests (running in parallel)."}}""";

    private final MockWebServer server = new MockWebServer();
    private final byte[] song;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, CountDownLatch> finished = new HashMap<>();
    private OptionalInt lesson = OptionalInt.empty();
    private boolean isQuick;
    private int limit = Integer.MAX_VALUE;
    private int underWay;
    private int mostAtOnce;
    private int refused;

    /** One request for a song that was taken. */
    record Asked(String apiKey, String prompt) {}

    HoldingVendor(byte[] song) throws IOException {
        this.song = song;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answer(request);
            }
        });
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    String url() {
        return server.url("/").toString();
    }

    /** From now on it takes no more songs at once than this, and says so when it refuses. */
    synchronized void makesAtOnce(int songs) {
        limit = songs;
    }

    /** Refuses the next song once, and says that the account makes so many at once; it takes more all the same. */
    public synchronized void teaches(int songs) {
        lesson = OptionalInt.of(songs);
    }

    /** The song with this prompt is there, and comes at once when it is asked for again. */
    public void finishes(String prompt) {
        latch(prompt).countDown();
    }

    /** So is every song, and from now on none takes any time. */
    public synchronized void finishesEverything() {
        isQuick = true;
        finished.values().forEach(CountDownLatch::countDown);
    }

    /** Every request for a song that it ever took, in order. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Who asked for this song, in order. */
    List<String> askedFor(String prompt) {
        return asked.stream()
                .filter(song -> song.prompt().equals(prompt))
                .map(Asked::apiKey)
                .toList();
    }

    /** The prompts of songs that somebody waits for. */
    List<String> unfinished() {
        return asked.stream()
                .map(Asked::prompt)
                .filter(prompt -> latch(prompt).getCount() > 0)
                .distinct()
                .toList();
    }

    /** The most songs that were under way at any moment. */
    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    synchronized int refused() {
        return refused;
    }

    private MockResponse answer(RecordedRequest request) throws InterruptedException {
        if (!request.getUrl().encodedPath().startsWith("/v1/music")) {
            return new MockResponse.Builder().code(404).build();
        }
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            return new MockResponse.Builder()
                    .code(429)
                    .addHeader("Content-Type", "application/json")
                    .body(refusal.get())
                    .build();
        }
        String prompt = prompt(request);
        asked.add(new Asked(
                Optional.ofNullable(request.getHeaders().get("xi-api-key")).orElse(""), prompt));
        latch(prompt).await();
        over();
        return new MockResponse.Builder()
                .addHeader("Content-Type", "audio/wav")
                .body(new Buffer().write(song))
                .build();
    }

    private synchronized Optional<String> refusal() {
        if (lesson.isPresent()) {
            String refusal = TOO_MANY.formatted(lesson.getAsInt());
            lesson = OptionalInt.empty();
            return Optional.of(refusal);
        }
        if (underWay >= limit) {
            refused++;
            return Optional.of(TOO_MANY.formatted(limit));
        }
        underWay++;
        mostAtOnce = Math.max(mostAtOnce, underWay);
        return Optional.empty();
    }

    private synchronized void over() {
        underWay--;
    }

    private synchronized CountDownLatch latch(String prompt) {
        return finished.computeIfAbsent(prompt, _ -> new CountDownLatch(isQuick ? 0 : 1));
    }

    private static String prompt(RecordedRequest request) {
        String body = Optional.ofNullable(request.getBody()).orElseThrow().utf8();
        try {
            return new ObjectMapper().readTree(body).path("prompt").asText();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        finishesEverything();
        server.close();
    }
}
