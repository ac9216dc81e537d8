package dev.earworm.soak;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** What goes wrong at the vendors, and how often in a thousand times; nothing more once it is {@link #calm}. */
final class VendorFaults {
    private static final String BUSY = """
            {"detail":{"type":"rate_limit_error","code":"concurrent_limit_exceeded","status":"too_many_concurrent_requests",\
            "message":"Your current subscription is associated with a maximum of 8 concurrent requests."}}""";
    private static final String REFUSED = """
            {"detail":{"status":"bad_prompt","message":"Not these words.","data":{"prompt_suggestion":"other words"}}}""";

    private final Dice dice;
    private final AtomicBoolean isCalm = new AtomicBoolean();
    private final AtomicInteger happened = new AtomicInteger();

    VendorFaults(Dice dice) {
        this.dice = dice;
    }

    /** How a song that is answered with its sound goes wrong. */
    sealed interface Break {
        record Said(MockResponse answer) implements Break {}

        record Lost() implements Break {}

        record BrokenOff() implements Break {}
    }

    void calm() {
        isCalm.set(true);
    }

    int happened() {
        return happened.get();
    }

    Optional<Break> ofComposing() {
        if (falls(25)) {
            return Optional.of(new Break.Said(json(429, BUSY)));
        }
        if (falls(10)) {
            return Optional.of(new Break.Said(json(503, "{}")));
        }
        if (falls(8)) {
            return Optional.of(new Break.Said(json(400, REFUSED)));
        }
        if (falls(4)) {
            return Optional.of(new Break.Said(json(500, "{}")));
        }
        if (falls(4)) {
            return Optional.of(new Break.Lost());
        }
        if (falls(4)) {
            return Optional.of(new Break.Said(page()));
        }
        return falls(4) ? Optional.of(new Break.BrokenOff()) : Optional.empty();
    }

    Optional<Break> ofDownload() {
        if (falls(15)) {
            return Optional.of(new Break.Said(json(503, "{}")));
        }
        return falls(5) ? Optional.of(new Break.BrokenOff()) : Optional.empty();
    }

    /** Before any song is begun. */
    Optional<MockResponse> refusedSubmit() {
        if (falls(15)) {
            return Optional.of(json(429, "{\"message\":\"too many\"}")
                    .newBuilder()
                    .addHeader("Retry-After", "2")
                    .build());
        }
        return falls(10) ? Optional.of(json(503, "{}")) : Optional.empty();
    }

    Optional<MockResponse> ofPoll() {
        if (falls(8)) {
            return Optional.of(json(500, "{\"message\":\"oops\"}"));
        }
        if (falls(8)) {
            return Optional.of(json(429, "{\"message\":\"too many\"}")
                    .newBuilder()
                    .addHeader("Retry-After", "2")
                    .build());
        }
        if (falls(4)) {
            return Optional.of(page());
        }
        return falls(4) ? Optional.of(lost(json(200, "{}"))) : Optional.empty();
    }

    /** Whether the reply to a submit is lost on its way back. */
    boolean isLost() {
        return falls(8);
    }

    MockResponse lost(MockResponse answer) {
        return answer.newBuilder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    MockResponse brokenOff(MockResponse answer) {
        return answer.newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static MockResponse page() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html>We will be back soon.</html>")
                .build();
    }

    private boolean falls(int perMille) {
        boolean falls = !isCalm.get() && dice.fallsFor(perMille);
        if (falls) {
            happened.incrementAndGet();
        }
        return falls;
    }
}
