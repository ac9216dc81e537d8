package dev.earworm.providers.aigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.WebhookReceiver;
import dev.earworm.music.WebhookReceiver.Reading.Forged;
import dev.earworm.music.WebhookReceiver.Reading.News;
import dev.earworm.music.WebhookReceiver.Reading.Nothing;
import dev.earworm.music.WebhookReceiver.Reading.Undecided;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the vendor's calls, signed either way and holding either a job or an event about one. The same call may come
 * again within {@link WebhookSignature#TOLERANCE}; it says the same then, and is still but a hint.
 */
final class AigatewayWebhooks implements WebhookReceiver {
    private static final JsonMapper JSON = new JsonMapper();

    private final WebhookSecret secret;

    AigatewayWebhooks(WebhookSecret secret) {
        this.secret = secret;
    }

    @Override
    public Reading read(Call call, Instant now) {
        List<WebhookSignature> signatures = WebhookSignature.of(call);
        if (signatures.isEmpty()) {
            return new Forged("the call is not signed");
        }
        List<WebhookSignature> fresh =
                signatures.stream().filter(signature -> signature.isFresh(now)).toList();
        if (fresh.isEmpty()) {
            return new Forged(
                    "the call was not signed within the last " + WebhookSignature.TOLERANCE.toMinutes() + " minutes");
        }
        if (isByVendor(fresh, secret.known(), call)) {
            return content(call);
        }
        Optional<String> current = secret.askedAgain(now);
        if (current.isEmpty()) {
            return new Undecided("the vendor does not tell its secret");
        }
        return isByVendor(fresh, current, call) ? content(call) : new Forged("the signature is not the vendor's");
    }

    private static boolean isByVendor(List<WebhookSignature> signatures, Optional<String> secret, Call call) {
        return secret.filter(key -> signatures.stream().anyMatch(signature -> signature.isBy(key, call.body())))
                .isPresent();
    }

    private static Reading content(Call call) {
        return job(json(call.body()))
                .<Reading>map(id -> new News(new ProviderJobId(id)))
                .orElseGet(Nothing::new);
    }

    /** An event names the job in its data; a job has a state, and its own id. */
    private static Optional<String> job(JsonNode body) {
        JsonNode data = body.path("data");
        Stream<JsonNode> inEvent = body.path("type").asText("").startsWith("job.")
                ? Stream.of(data.path("job_id"), data.path("id"))
                : Stream.of(data.path("job_id"));
        Stream<JsonNode> inJob =
                body.path("status").isTextual() ? Stream.of(body.path("id"), body.path("job_id")) : Stream.empty();
        return Stream.concat(inEvent, inJob)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(id -> !id.isBlank())
                .findFirst();
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
