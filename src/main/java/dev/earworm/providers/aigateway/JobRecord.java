package dev.earworm.providers.aigateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.Usd;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * The vendor's job, in any of the shapes that its pages, its documentation and its own libraries describe, which
 * disagree on the states, on where the audio is and on what an error looks like.
 *
 * @param state empty where the answer is no job
 * @param audio the first usable address
 * @param cost where the vendor tells it
 */
record JobRecord(Optional<String> id, Optional<State> state, Optional<URI> audio, Optional<Usd> cost) {
    private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000);

    enum State {
        UNDER_WAY,
        COMPLETED,
        FAILED,
        CANCELLED,
        /** Whatever the vendor thinks of next. */
        UNHEARD_OF
    }

    /** @param base against which an address without a host counts */
    static JobRecord of(JsonNode job, HttpUrl base) {
        return new JobRecord(id(job), state(job), audio(job, base), cost(job));
    }

    private static Optional<String> id(JsonNode job) {
        return Stream.of(job.path("id"), job.path("job_id"))
                .map(id -> id.asText(""))
                .filter(id -> !id.isBlank())
                .findFirst();
    }

    private static Optional<State> state(JsonNode job) {
        if (!job.path("status").isTextual()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (job.path("status").textValue().toLowerCase(Locale.ROOT)) {
                    case "queued", "processing", "running" -> State.UNDER_WAY;
                    case "completed" -> State.COMPLETED;
                    case "failed" -> State.FAILED;
                    case "cancelled", "canceled" -> State.CANCELLED;
                    default -> State.UNHEARD_OF;
                });
    }

    private static Optional<URI> audio(JsonNode job, HttpUrl base) {
        JsonNode result = job.path("result");
        return Stream.of(
                        result.path("url"),
                        result.path("file_url"),
                        result.path("audio_url"),
                        result.path("result_url"),
                        job.path("result_url"))
                .map(url -> url.asText(""))
                .filter(url -> !url.isBlank())
                .flatMap(url -> Optional.ofNullable(base.resolve(url)).stream())
                .map(HttpUrl::uri)
                .findFirst();
    }

    private static Optional<Usd> cost(JsonNode job) {
        JsonNode usage = job.path("usage");
        JsonNode ofResult = job.path("result").path("usage");
        Stream<Optional<BigDecimal>> cents = Stream.of(usage, ofResult, job)
                .map(place -> amount(place.path("cost_cents")).map(amount -> amount.movePointLeft(2)));
        Stream<Optional<BigDecimal>> dollars = Stream.of(
                amount(usage.path("cost_usd")),
                // As the API's schema of usage has it: "Total cost of this request in USD."
                amount(usage.path("cost")),
                amount(job.path("cost_usd")));
        return Stream.concat(cents, dollars)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Usd::of);
    }

    /** By way of a double, which an absurd exponent makes infinite instead of endless. */
    private static Optional<BigDecimal> amount(JsonNode number) {
        double value = number.isNumber() || number.isTextual() ? number.asDouble(Double.NaN) : Double.NaN;
        return Optional.of(value)
                .filter(amount -> Double.isFinite(amount) && amount >= 0)
                .map(BigDecimal::valueOf)
                .filter(amount -> amount.compareTo(DEAREST) <= 0);
    }
}
