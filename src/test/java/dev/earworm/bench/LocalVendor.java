package dev.earworm.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on this machine that speaks AI/ML API, finishes each song when it is told to, and writes down when it was asked
 * what. It is small enough for ten thousand songs, so that what is measured is the bot.
 */
final class LocalVendor implements AutoCloseable {
    private static final String JOB = "{\"id\":\"%s\",\"status\":\"%s\",\"audio_file\":{\"url\":\"%s\"}}";
    private static final String ID = "generation_id=";

    /** A question, and when it was answered. */
    record Poll(Instant arrived, Instant answered) {}

    private final Map<String, Instant> doneAt = new ConcurrentHashMap<>();
    private final Map<String, List<Poll>> polls = new ConcurrentHashMap<>();
    private final AtomicInteger submits = new AtomicInteger();
    private final AtomicInteger downloads = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Optional<Path> song;
    private final Instant usuallyDone;

    private LocalVendor(Optional<Path> song, Instant usuallyDone) throws IOException {
        this.song = song;
        this.usuallyDone = usuallyDone;
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1024);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Each song is this file, once it {@link #finishes}. */
    static LocalVendor making(Path song) throws IOException {
        return new LocalVendor(Optional.of(song), Instant.MAX);
    }

    /** Each song is this file, and done at once. */
    static LocalVendor finishingAtOnce(Path song) throws IOException {
        return new LocalVendor(Optional.of(song), Instant.MIN);
    }

    /** Whatever is asked for is being made for ever. */
    static LocalVendor neverFinishing() throws IOException {
        return new LocalVendor(Optional.empty(), Instant.MAX);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void finishes(String id, Instant at) {
        doneAt.put(id, at);
    }

    /** The questions for a song, in their order. */
    List<Poll> polls(String id) {
        return polls.getOrDefault(id, List.of());
    }

    int downloads() {
        return downloads.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Instant arrived = Instant.now();
        try (exchange) {
            if (exchange.getRequestURI().getPath().startsWith("/song")) {
                sendSong(exchange);
            } else if ("POST".equals(exchange.getRequestMethod())) {
                exchange.getRequestBody().readAllBytes();
                send(exchange, 201, JOB.formatted("handed-in-" + submits.incrementAndGet(), "queued", ""));
            } else {
                String id = id(exchange);
                boolean isDone = !arrived.isBefore(doneAt.getOrDefault(id, usuallyDone));
                send(exchange, 200, JOB.formatted(id, isDone ? "completed" : "generating", url() + "song"));
                polls.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>()).add(new Poll(arrived, Instant.now()));
            }
        }
    }

    private static String id(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null ? "" : query.substring(query.indexOf(ID) + ID.length());
    }

    private void sendSong(HttpExchange exchange) throws IOException {
        downloads.incrementAndGet();
        Path file = song.orElseThrow();
        exchange.getResponseHeaders().set("Content-Type", "audio/mpeg");
        exchange.sendResponseHeaders(200, Files.size(file));
        try (OutputStream body = exchange.getResponseBody()) {
            Files.copy(file, body);
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
