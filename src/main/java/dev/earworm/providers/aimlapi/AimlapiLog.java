package dev.earworm.providers.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.providers.Exchange.Answered;
import dev.earworm.providers.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds a song in the vendor's log by the id that we gave it, after the reply to its submit was lost
 * (https://docs.aimlapi.com/api-references/service-endpoints/usage-logs): one row a request, newest first.
 *
 * <p>Reads two pages at most of the hour in question; 200 calls a minute are allowed. The log is written after the
 * song, so what is not there may be there later. A request that is said to have failed was billed nothing and made
 * nothing, so it is not found.
 */
final class AimlapiLog {
    private static final int PAGE = 100;
    private static final int PAGES = 2;

    private final AimlapiClient client;

    AimlapiLog(AimlapiClient client) {
        this.client = client;
    }

    Optional<ProviderJobId> find(JobId id, Instant since) {
        Window window = Window.around(since);
        for (int page = 0; page < PAGES; page++) {
            if (!(client.log(window, page * PAGE) instanceof Answered<VendorAnswer>(VendorAnswer answer))
                    || !answer.successful()) {
                return Optional.empty();
            }
            Optional<ProviderJobId> found = find(id, answer.json());
            if (found.isPresent() || !hasMore(answer.json())) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<ProviderJobId> find(JobId id, JsonNode page) {
        return rows(page)
                .filter(row -> isOf(id, row) && !hasFailed(row))
                .flatMap(AimlapiLog::generation)
                .findFirst();
    }

    private static Stream<JsonNode> rows(JsonNode page) {
        return Stream.of(page, page.path("data"), page.path("logs"), page.path("items"))
                .filter(JsonNode::isArray)
                .flatMap(rows -> StreamSupport.stream(rows.spliterator(), false));
    }

    /** Documented as {@code client_request_id}; no other field would hold our id by chance. */
    private static boolean isOf(JobId id, JsonNode row) {
        return row.propertyStream()
                .anyMatch(field -> field.getValue().asText("").equals(id.value()));
    }

    private static boolean hasFailed(JsonNode row) {
        return row.path("status").asText("").toLowerCase(Locale.ROOT).equals("failed");
    }

    private static Stream<ProviderJobId> generation(JsonNode row) {
        return Stream.of("inference_id", "generation_id", "id")
                .map(name -> row.path(name).asText(""))
                .filter(value -> !value.isBlank())
                .map(ProviderJobId::new)
                .limit(1);
    }

    private static boolean hasMore(JsonNode page) {
        return page.path("pagination").path("has_more").asBoolean();
    }

    /** The time in which the request was logged, whatever the two clocks say. */
    record Window(Instant start, Instant end) {
        private static final Duration CLOCKS = Duration.ofMinutes(5);
        private static final Duration SONG = Duration.ofHours(1);

        static Window around(Instant since) {
            Instant second = since.truncatedTo(ChronoUnit.SECONDS);
            return new Window(second.minus(CLOCKS), second.plus(SONG));
        }

        Map<String, String> query(int offset) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("start", start.toString());
            query.put("end", end.toString());
            query.put("limit", Integer.toString(PAGE));
            query.put("offset", Integer.toString(offset));
            return query;
        }
    }
}
