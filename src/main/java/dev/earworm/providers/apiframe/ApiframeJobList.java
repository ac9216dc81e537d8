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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        // The vendor may count in whole seconds.
        Optional<Collection<Listed>> young =
                jobsSince(body.path("model").asText(), since.truncatedTo(ChronoUnit.SECONDS));
        if (young.isEmpty() || young.get().size() > MOST_JOBS) {
            return Optional.empty();
        }
        List<ProviderJobId> same = new ArrayList<>();
        for (Listed job : young.get()) {
            JsonNode prompt = prompt(job);
            if (!prompt.isTextual()) {
                return Optional.empty();
            }
            if (prompt.equals(body.path("prompt"))) {
                same.add(job.id());
            }
        }
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    /** Empty where the list cannot be read as far back. */
    private Optional<Collection<Listed>> jobsSince(String model, Instant since) {
        Map<ProviderJobId, Listed> young = new LinkedHashMap<>();
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode list = read(client.jobs(model, cursor));
            Optional<List<Listed>> jobs = Listed.all(list.path("jobs"));
            if (jobs.isEmpty()) {
                return Optional.empty();
            }
            jobs.get().stream()
                    .filter(job -> job.model().equals(model) && !job.created().isBefore(since))
                    .forEach(job -> young.putIfAbsent(job.id(), job));
            cursor = Optional.of(list.path("nextCursor").asText("")).filter(next -> !next.isEmpty());
            if (cursor.isEmpty()
                    || jobs.get().stream().anyMatch(job -> job.created().isBefore(since))) {
                return Optional.of(young.values());
            }
        }
        return Optional.empty();
    }

    private JsonNode prompt(Listed job) {
        return job.prompt().isTextual()
                ? job.prompt()
                : read(client.job(job.id())).path("input").path("prompt");
    }

    private static JsonNode read(Exchange<VendorAnswer> exchange) {
        return switch (exchange) {
            case Answered<VendorAnswer>(VendorAnswer answer) ->
                answer.successful() ? answer.json() : MissingNode.getInstance();
            case NotSent<VendorAnswer> _, ReplyLost<VendorAnswer> _ -> MissingNode.getInstance();
        };
    }

    /**
     * A job as the list has it.
     *
     * @param prompt missing, as long as the list is what the schema says
     */
    private record Listed(ProviderJobId id, String model, Instant created, JsonNode prompt) {
        /** Empty unless every one can be read. */
        static Optional<List<Listed>> all(JsonNode jobs) {
            List<Listed> all = new ArrayList<>();
            jobs.forEach(job -> one(job).ifPresent(all::add));
            return jobs.isArray() && all.size() == jobs.size() ? Optional.of(all) : Optional.empty();
        }

        private static Optional<Listed> one(JsonNode job) {
            String id = job.path("id").asText("");
            return instant(job.path("createdAt").asText(""))
                    .filter(_ -> !id.isBlank())
                    .map(created -> new Listed(
                            new ProviderJobId(id),
                            job.path("model").asText(),
                            created,
                            job.path("input").path("prompt")));
        }

        private static Optional<Instant> instant(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
