package dev.earworm.providers.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.Usd;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Headers;

/**
 * Reads what a song was charged: {@code meta.usage} in the job, or else the headers
 * (https://docs.aimlapi.com/capabilities/request-tracing-and-cost). Nothing charged counts as nothing said, since a
 * question about a song is charged nothing, and says so.
 */
final class AimlapiCost {
    private static final BigDecimal CREDITS_A_DOLLAR = BigDecimal.valueOf(2_000_000);

    /** No number here is so long or so small that reading it would be work. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,18})?([eE][-+]?\\d)?");

    private static final BigDecimal ABSURD = BigDecimal.valueOf(1_000_000_000_000L);

    private AimlapiCost() {}

    static Optional<Usd> of(Headers headers, JsonNode answer) {
        JsonNode usage = answer.path("meta").path("usage");
        return Stream.of(
                        dollars(Optional.of(usage.path("usd_spent").asText(""))),
                        credits(Optional.of(usage.path("credits_used").asText(""))),
                        dollars(Optional.ofNullable(headers.get("x-aimlapi-usd-spent"))),
                        credits(Optional.ofNullable(headers.get("x-aimlapi-credits-used"))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Usd> dollars(Optional<String> text) {
        return number(text).map(Usd::of);
    }

    private static Optional<Usd> credits(Optional<String> text) {
        return number(text).map(credits -> Usd.of(credits.divide(CREDITS_A_DOLLAR)));
    }

    private static Optional<BigDecimal> number(Optional<String> text) {
        return text.map(String::strip)
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(BigDecimal::new)
                .filter(number -> number.signum() > 0 && number.compareTo(ABSURD) < 0);
    }
}
