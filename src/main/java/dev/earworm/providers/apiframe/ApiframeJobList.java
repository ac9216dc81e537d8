package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.earworm.music.ProviderJobId;
import dev.earworm.providers.Exchange;
import dev.earworm.providers.Exchange.Answered;
import dev.earworm.providers.Exchange.NotSent;
import dev.earworm.providers.Exchange.ReplyLost;
import dev.earworm.providers.VendorAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a song among the account's jobs by its model, its words and its age.
 *
 * <p>The list names neither keys nor words, so each job that is young enough is asked for by itself. Two members may
 * have asked for the same words: only one job that has them is a finding, two are none. Neither is one of which something
 * could not be read, for the other might be there.
 */
final class ApiframeJobList {
    /** A thousand songs since the lost one are too many to tell them apart. */
    private static final int MOST_PAGES = 10;

    private static final int MOST_JOBS = 50;

    private final ApiframeClient client;

    ApiframeJobList(ApiframeClient client) {
        this.client = client;
    }

    /**
     * Changes nothing at the vendor.
     *
     * @param body as it was handed in
     * @param since jobs that were made before are others
     */
    Optional<ProviderJobId> find(JsonNode body, Instant since) {
        Optional<Map<ProviderJobId, JsonNode>> young =
                jobsSince(body.path("model").asText(), since);
        if (young.isEmpty() || young.get().size() > MOST_JOBS) {
            return Optional.empty();
        }
        Set<ProviderJobId> same = new LinkedHashSet<>();
        for (Map.Entry<ProviderJobId, JsonNode> job : young.get().entrySet()) {
            JsonNode prompt = prompt(job.getKey(), job.getValue());
            if (!prompt.isTextual()) {
                return Optional.empty();
            }
            if (prompt.equals(body.path("prompt"))) {
                same.add(job.getKey());
            }
        }
        return same.size() == 1 ? same.stream().findFirst() : Optional.empty();
    }

    /** Empty where the list cannot be read as far back. */
    private Optional<Map<ProviderJobId, JsonNode>> jobsSince(String model, Instant since) {
        // The vendor may count in whole seconds.
        Instant first = since.truncatedTo(ChronoUnit.SECONDS);
        Map<ProviderJobId, JsonNode> young = new LinkedHashMap<>();
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode list = read(client.jobs(model, cursor));
            if (!list.path("jobs").isArray()) {
                return Optional.empty();
            }
            boolean reached = false;
            for (JsonNode job : list.path("jobs")) {
                Optional<Instant> created = instant(job.path("createdAt").asText(""));
                String id = job.path("id").asText("");
                if (created.isEmpty() || id.isBlank()) {
                    return Optional.empty();
                }
                if (created.get().isBefore(first)) {
                    reached = true;
                } else if (job.path("model").asText().equals(model)) {
                    young.put(new ProviderJobId(id), job);
                }
            }
            cursor = Optional.of(list.path("nextCursor").asText("")).filter(next -> !next.isEmpty());
            if (reached || cursor.isEmpty()) {
                return Optional.of(young);
            }
        }
        return Optional.empty();
    }

    private JsonNode prompt(ProviderJobId id, JsonNode listed) {
        JsonNode here = listed.path("input").path("prompt");
        return here.isTextual() ? here : read(client.job(id)).path("input").path("prompt");
    }

    private static JsonNode read(Exchange<VendorAnswer> exchange) {
        return switch (exchange) {
            case Answered<VendorAnswer>(VendorAnswer answer) ->
                answer.successful() ? answer.json() : MissingNode.getInstance();
            case NotSent<VendorAnswer> _, ReplyLost<VendorAnswer> _ -> MissingNode.getInstance();
        };
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
