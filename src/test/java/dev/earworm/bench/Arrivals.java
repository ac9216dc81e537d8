package dev.earworm.bench;

import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.http.LoggedRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the bot's answers to interactions came back to Discord: the moment the request was there, before any work on it. */
record Arrivals(Map<String, Instant> acknowledgements, Map<String, Instant> words) {
    private static final Pattern CALLBACK = Pattern.compile("/interactions/\\d+/([^/]+)/callback.*");
    private static final Pattern ORIGINAL = Pattern.compile("/webhooks/\\d+/([^/]+)/messages/@original.*");

    /** @param requests oldest first; the first one for an interaction counts */
    static Arrivals of(List<LoggedRequest> requests) {
        return new Arrivals(arrivals(requests, CALLBACK), arrivals(requests, ORIGINAL));
    }

    private static Map<String, Instant> arrivals(List<LoggedRequest> requests, Pattern path) {
        Map<String, Instant> arrivals = new HashMap<>();
        for (LoggedRequest request : requests) {
            Matcher matcher = path.matcher(request.path());
            if (matcher.matches()) {
                arrivals.putIfAbsent(matcher.group(1), request.at().minus(request.took()));
            }
        }
        return arrivals;
    }

    /** Words follow upon an acknowledgement that came in time. */
    boolean areAllThere(List<SandboxInteraction> interactions) {
        return interactions.stream()
                .allMatch(interaction -> acknowledged(interaction).isPresent()
                        && (interaction.answer().isEmpty()
                                || worded(interaction).isPresent()));
    }

    Optional<Instant> acknowledged(SandboxInteraction interaction) {
        return Optional.ofNullable(acknowledgements.get(interaction.interactionToken()));
    }

    /** Empty when the acknowledgement came too late. */
    Optional<Instant> worded(SandboxInteraction interaction) {
        return Optional.ofNullable(words.get(interaction.interactionToken()));
    }
}
