package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A browser without a screen: reads the page's stream of events as one user, and sends that user's orders. */
final class PageClient implements AutoCloseable {
    private static final String BOUNDARY = "page-test-boundary";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI origin;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final Stream<String> lines;
    private final String viewer;

    record Told(String kind, JsonNode data) {}

    record Reply(int status, JsonNode body) {
        String problem() {
            return body.path("problem").asText();
        }
    }

    private PageClient(Sandbox sandbox, String viewer) throws Exception {
        this.origin = URI.create(sandbox.apiUrl()).resolve("/");
        this.viewer = viewer;
        HttpRequest request = HttpRequest.newBuilder(origin.resolve("/page/events?as=" + viewer))
                .header("Accept", "text/event-stream")
                .build();
        lines = client.send(request, BodyHandlers.ofLines()).body();
        Thread.ofVirtual().start(this::listen);
    }

    /** Opens the page as this member; the first {@code state} is still to be read. */
    static PageClient open(Sandbox sandbox, SandboxMember member) throws Exception {
        return new PageClient(sandbox, Long.toUnsignedString(member.id()));
    }

    private void listen() {
        String kind = "";
        try {
            for (Iterator<String> all = lines.iterator(); all.hasNext(); ) {
                String line = all.next();
                if (line.startsWith("event: ")) {
                    kind = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    told.add(new Told(kind, mapper.readTree(line.substring("data: ".length()))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException _) {
            // The server or the test closed the stream.
        }
        told.add(new Told("end", mapper.createObjectNode()));
    }

    /** The next event of a kind that is as wanted; those before it are passed over. */
    JsonNode await(String kind, Predicate<JsonNode> isWanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Told next = told.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("no such %s within %s".formatted(kind, PATIENCE));
            }
            if (next.kind.equals(kind) && isWanted.test(next.data)) {
                return next.data;
            }
        }
    }

    JsonNode await(String kind) throws InterruptedException {
        return await(kind, _ -> true);
    }

    /** The kinds of all events that came so far and were not read. */
    List<String> unread() {
        return told.stream().map(Told::kind).toList();
    }

    /** Sends an order as JSON; {@code as} is filled in. */
    Reply post(String what, String json) throws Exception {
        return send(request("/page/" + what)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(mine(json))));
    }

    /** Sends an order as a form with one file. */
    Reply post(String what, String json, String part, String fileName, byte[] file) throws Exception {
        String head = """
                --%1$s\r
                Content-Disposition: form-data; name="order"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="%3$s"; filename="%4$s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(BOUNDARY, mine(json), part, fileName);
        byte[] tail = "\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8);
        return send(request("/page/" + what)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(List.of(head.getBytes(StandardCharsets.UTF_8), file, tail))));
    }

    Reply commands(SandboxChannel channel) throws Exception {
        return send(request("/page/commands?as=%s&channel=%s".formatted(viewer, channel.id())));
    }

    HttpResponse<String> fetch(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve(path)).header("X-Sandbox", "page");
    }

    HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(origin.resolve(path));
    }

    private Reply send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = fetch(request);
        return new Reply(response.statusCode(), mapper.readTree(response.body()));
    }

    private String mine(String json) {
        return json.replaceFirst("\\{", "{\"as\": \"%s\", ".formatted(viewer));
    }

    @Override
    public void close() {
        lines.close();
        client.shutdownNow();
    }
}
