package dev.earworm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** A server on this machine that speaks AI/ML API and takes every song. */
final class LocalVendor implements AutoCloseable {
    private static final String JOB = "{\"id\":\"%s\",\"status\":\"%s\",\"audio_file\":{\"url\":\"%s\"}}";

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger submits = new AtomicInteger();
    private final Optional<Path> song;

    private LocalVendor(Optional<Path> song) throws IOException {
        this.song = song;
        server.setDispatcher(new Desk());
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    /** Whatever is asked for is being made for ever. */
    static LocalVendor neverFinishing() throws IOException {
        return new LocalVendor(Optional.empty());
    }

    /** Whatever is asked for is this file, and done at once. */
    static LocalVendor finishingAtOnce(Path song) throws IOException {
        return new LocalVendor(Optional.of(song));
    }

    String url() {
        return server.url("/").toString();
    }

    int submits() {
        return submits.get();
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Desk extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            if (request.getUrl().encodedPath().startsWith("/song")) {
                return new MockResponse.Builder()
                        .body(new FileBody(song.orElseThrow()))
                        .build();
            }
            if ("POST".equals(request.getMethod())) {
                return json(201, "song-" + submits.incrementAndGet(), "queued");
            }
            return json(
                    200,
                    Optional.ofNullable(request.getUrl().queryParameter("generation_id"))
                            .orElseThrow(),
                    song.isPresent() ? "completed" : "generating");
        }

        private MockResponse json(int status, String id, String state) {
            return new MockResponse.Builder()
                    .code(status)
                    .addHeader("Content-Type", "application/json")
                    .body(JOB.formatted(id, state, server.url("/song")))
                    .build();
        }
    }

    private record FileBody(Path file) implements MockResponseBody {
        @Override
        public long getContentLength() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try (Source bytes = Okio.source(file)) {
                sink.writeAll(bytes);
            }
        }
    }
}
