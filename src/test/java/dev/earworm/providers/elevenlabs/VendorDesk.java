package dev.earworm.providers.elevenlabs;

import dev.earworm.providers.VendorTimeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** The vendor, with answers laid ready. */
final class VendorDesk implements AutoCloseable {
    static final String API_KEY = "sk-hunter2-secret";

    private static final VendorTimeouts PATIENT =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

    private final MockWebServer server = new MockWebServer();

    VendorDesk() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ElevenLabsProvider provider() {
        return provider(SongKeeping.NOT_KEPT);
    }

    ElevenLabsProvider provider(SongKeeping keeping) {
        return new ElevenLabsProvider(
                new ElevenLabsConfig(API_KEY, server.url("/").uri(), keeping), PATIENT, PATIENT);
    }

    void answers(int status, String json) {
        answers(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(json)
                .build());
    }

    void answers(Buffer body) {
        answers(new MockResponse.Builder().body(body).build());
    }

    void answers(MockResponse response) {
        server.enqueue(response);
    }

    RecordedRequest nextRequest() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int requests() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }
}
