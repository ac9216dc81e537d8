package dev.earworm.providers.acestep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.providers.VendorAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An answer out of its envelope {@code {data, code, error, timestamp}}, which may hold a failure though HTTP says 200.
 * What goes wrong before a route is reached says {@code {detail}} instead, a text or a list of {@code {loc, msg}}.
 *
 * @param status the envelope's where HTTP's says success, else HTTP's
 * @param data missing where there is no envelope
 * @param message in the server's words
 */
record AcestepReply(int status, Optional<Duration> retryAfter, JsonNode envelope, JsonNode data, String message) {
    static AcestepReply of(VendorAnswer answer) {
        JsonNode envelope = answer.json();
        int status = answer.successful() ? envelope.path("code").asInt(answer.status()) : answer.status();
        return new AcestepReply(status, answer.retryAfter(), envelope, envelope.path("data"), message(envelope));
    }

    boolean successful() {
        return status >= 200 && status < 300 && data.isContainerNode();
    }

    private static String message(JsonNode envelope) {
        if (envelope.path("error").isTextual()) {
            return envelope.path("error").textValue();
        }
        JsonNode detail = envelope.path("detail");
        return detail.isArray()
                ? StreamSupport.stream(detail.spliterator(), false)
                        .map(AcestepReply::complaint)
                        .collect(Collectors.joining(" · "))
                : detail.asText("no explanation");
    }

    private static String complaint(JsonNode problem) {
        String where = StreamSupport.stream(problem.path("loc").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("."));
        return where + ": " + problem.path("msg").asText("wrong");
    }
}
