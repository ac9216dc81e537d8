package dev.earworm.providers.aigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.earworm.providers.Exchange;
import dev.earworm.providers.Exchange.Answered;
import dev.earworm.providers.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The secret with which the vendor signs its calls: one for each API key, kept in memory only. It may change at any
 * time, when somebody has a new one made; the old one then counts no more.
 */
final class WebhookSecret {
    /** So that a flood of forged calls does not become a flood of questions. */
    static final Duration LEAST_BETWEEN_QUESTIONS = Duration.ofMinutes(1);

    private static final String[] PATH = {"v1", "webhook-secret"};
    private static final String[] ROTATE = {"v1", "webhook-secret", "rotate"};

    private final AigatewayClient client;
    private final Lock asking = new ReentrantLock();
    private volatile Optional<String> known = Optional.empty();
    private Optional<Instant> lastAsked = Optional.empty();
    private boolean prepared;

    WebhookSecret(AigatewayClient client) {
        this.client = client;
    }

    /** What the vendor says of the secret. */
    private sealed interface Reply {
        record Had(String secret) implements Reply {}

        /** There never was one. */
        record None() implements Reply {}

        /** It will not say. */
        record Refused() implements Reply {}

        record Unanswered() implements Reply {}
    }

    /**
     * Makes sure that there is a secret, and has the vendor make one where there is none: once, since every new one
     * makes the one before worthless, to other bots with the same key as well. Without a secret songs are polled for.
     */
    void prepare() {
        asking.lock();
        try {
            if (!prepared) {
                ask();
            }
        } finally {
            asking.unlock();
        }
    }

    private void ask() {
        switch (read(client.get(PATH))) {
            case Reply.Had(String secret) -> {
                known = Optional.of(secret);
                prepared = true;
            }
            case Reply.None _ -> {
                prepared = true;
                keep(read(client.post(JsonNodeFactory.instance.objectNode(), ROTATE)));
            }
            case Reply.Refused _ -> prepared = true;
            case Reply.Unanswered _ -> {}
        }
    }

    Optional<String> known() {
        return known;
    }

    /**
     * The secret after asking the vendor for it, or as it was when the vendor was asked just now. Nobody waits here for an
     * answer to somebody else's question: a flood of calls would pile up behind it.
     */
    Optional<String> askedAgain(Instant now) {
        if (asking.tryLock()) {
            try {
                askUnlessJustAsked(now);
            } finally {
                asking.unlock();
            }
        }
        return known;
    }

    private void askUnlessJustAsked(Instant now) {
        boolean mayAsk = lastAsked
                .filter(then -> Duration.between(then, now).compareTo(LEAST_BETWEEN_QUESTIONS) < 0)
                .isEmpty();
        if (mayAsk) {
            lastAsked = Optional.of(now);
            keep(read(client.get(PATH)));
        }
    }

    private void keep(Reply reply) {
        switch (reply) {
            case Reply.Had(String secret) -> known = Optional.of(secret);
            case Reply.None _ -> known = Optional.empty();
            case Reply.Refused _, Reply.Unanswered _ -> {}
        }
    }

    private static Reply read(Exchange<VendorAnswer> exchange) {
        if (!(exchange instanceof Answered<VendorAnswer>(VendorAnswer answer))) {
            return new Reply.Unanswered();
        }
        JsonNode secret = answer.json().path("secret");
        if (answer.successful() && secret.isTextual() && !secret.textValue().isBlank()) {
            return new Reply.Had(secret.textValue());
        }
        if (answer.successful() && secret.isNull()) {
            return new Reply.None();
        }
        boolean isFinal = answer.status() == 404 || answer.status() == 405;
        return isFinal ? new Reply.Refused() : new Reply.Unanswered();
    }
}
