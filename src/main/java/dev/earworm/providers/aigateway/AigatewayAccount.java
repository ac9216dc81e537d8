package dev.earworm.providers.aigateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.providers.Exchange;
import dev.earworm.providers.Exchange.Answered;
import dev.earworm.providers.VendorAnswer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks for the wallet's balance. The API describes the question and not the answer, so an amount counts only where its
 * name says its unit; the rest of the vendor's API counts in cents.
 */
final class AigatewayAccount {
    private static final List<String> CENTS = List.of("balance_cents", "credit_balance_cents", "credits_cents");
    private static final List<String> DOLLARS = List.of("balance_usd", "credit_balance_usd", "credits_usd");

    private final AigatewayClient client;
    private final AigatewayErrors errors;

    AigatewayAccount(AigatewayClient client, AigatewayErrors errors) {
        this.client = client;
        this.errors = errors;
    }

    AccountStatus status() {
        Exchange<VendorAnswer> balance = client.get("v1", "balance");
        // Another question that needs the key, where the gateway does not know this one.
        return status(isUnknown(balance) ? client.get("v1", "webhook-secret") : balance);
    }

    private static boolean isUnknown(Exchange<VendorAnswer> exchange) {
        return exchange instanceof Answered<VendorAnswer>(VendorAnswer answer) && answer.status() == 404;
    }

    private AccountStatus status(Exchange<VendorAnswer> exchange) {
        return exchange.whereRepeatIsFree(this::read, Unusable::new);
    }

    private AccountStatus read(VendorAnswer answer) {
        return answer.successful() && answer.json().isObject()
                ? new Usable(credit(answer.json()))
                : new Unusable(errors.ofErrand(answer));
    }

    private static Optional<String> credit(JsonNode answer) {
        return Stream.of(answer, answer.path("data"), answer.path("balance"))
                .flatMap(place -> Stream.concat(
                        amounts(place, CENTS).map(cents -> cents.movePointLeft(2)), amounts(place, DOLLARS)))
                .findFirst()
                .map(dollars -> "$" + dollars.setScale(2, RoundingMode.FLOOR));
    }

    private static Stream<BigDecimal> amounts(JsonNode place, List<String> names) {
        return names.stream()
                .map(place::path)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble)
                .filter(Double::isFinite)
                .map(BigDecimal::valueOf);
    }
}
