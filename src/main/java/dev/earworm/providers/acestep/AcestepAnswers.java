package dev.earworm.providers.acestep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Rendering.Running;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.music.TrackDetails;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/**
 * Reads the server's task object {@code {task_id, status, result}}, whose {@code result} is a text that holds JSON: a
 * list with an entry for each audio, or, before there is any, one that tells how far it is.
 */
final class AcestepAnswers {
    private static final JsonMapper JSON = new JsonMapper();

    /** Longer than nearly every song takes; after that it is worth a second question whether it is still being made. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final long MILLIS_PER_SECOND = 1000;
    private static final int HIGHEST_PERCENT = 99;
    private static final String NOT_AVAILABLE = "N/A";

    private final AcestepErrors errors;
    private final AcestepFiles files;

    AcestepAnswers(AcestepErrors errors, AcestepFiles files) {
        this.errors = errors;
        this.files = files;
    }

    Submission submission(AcestepReply reply) {
        String id = reply.data().path("task_id").asText("");
        if (!reply.successful() || id.isBlank()) {
            return new Rejected(errors.ofSubmit(reply));
        }
        return new Submitted(new ProviderJobId(id));
    }

    Rendering rendering(AcestepReply reply, ProviderJobId id) {
        if (!reply.successful()) {
            return new Failed(errors.ofQuestion(reply));
        }
        JsonNode task = task(reply, id);
        JsonNode entry = entries(task).path(0);
        return switch (state(task)) {
            case "1", "succeeded" -> finished(task);
            case "2", "failed" -> new Failed(errors.ofSong(entry.path("error").asText("no explanation")));
            // 0 for a song that waits or is being made, and whatever the server thinks of next.
            default -> running(entry);
        };
    }

    /**
     * Whether the server may have lost the song, which it does not say. Its queue lives in memory: asked after an id that
     * it does not know, it answers like after a song that is being made, only with an empty list for a result. What it
     * was making when it was stopped may be left behind as running in its file of results.
     */
    boolean seemsLost(AcestepReply reply, ProviderJobId id) {
        if (!reply.successful()) {
            return false;
        }
        JsonNode task = task(reply, id);
        boolean unfinished = task.isMissingNode() || state(task).equals("0");
        return unfinished
                && (entries(task).isEmpty() || isOld(reply, entries(task).path(0)));
    }

    /** Whether the server says of itself that it is making nothing and has nothing to make. */
    boolean isIdle(AcestepReply statistics) {
        JsonNode jobs = statistics.data().path("jobs");
        return statistics.successful()
                && jobs.path("queued").isInt()
                && jobs.path("queued").intValue() == 0
                && jobs.path("running").isInt()
                && jobs.path("running").intValue() == 0;
    }

    /** By the server's own clock: {@code timestamp} is in milliseconds, {@code create_time} in seconds. */
    private static boolean isOld(AcestepReply reply, JsonNode entry) {
        JsonNode now = reply.envelope().path("timestamp");
        JsonNode then = entry.path("create_time");
        return now.isNumber()
                && then.isNumber()
                && now.longValue() - then.longValue() * MILLIS_PER_SECOND > LONG.toMillis();
    }

    private static JsonNode task(AcestepReply reply, ProviderJobId id) {
        return StreamSupport.stream(reply.data().spliterator(), false)
                .filter(task -> task.path("task_id").asText().equals(id.value()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String state(JsonNode task) {
        return task.path("status").asText("").toLowerCase(Locale.ROOT);
    }

    private static JsonNode entries(JsonNode task) {
        JsonNode result = task.path("result");
        if (!result.isTextual()) {
            return result;
        }
        try {
            return JSON.readTree(result.textValue());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A song that waits stands at nothing, which tells a member less than silence. */
    private static Running running(JsonNode entry) {
        int percent = (int) (entry.path("progress").asDouble(0) * 100);
        return percent <= 0
                ? Running.unknown()
                : new Running(OptionalInt.of(Math.min(percent, HIGHEST_PERCENT)), Optional.empty());
    }

    private Rendering finished(JsonNode task) {
        for (JsonNode entry : entries(task)) {
            Optional<Ready> ready =
                    files.locate(entry.path("file").asText("")).map(url -> new Ready(url.uri(), details(entry)));
            if (ready.isPresent()) {
                return ready.get();
            }
        }
        return new Failed(new Internal("the song is done, but without an address of its audio"));
    }

    private static TrackDetails details(JsonNode entry) {
        String genres = entry.path("metas").path("genres").asText("");
        List<String> names = Arrays.stream(genres.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals(NOT_AVAILABLE))
                .toList();
        TrackDetails none = TrackDetails.NONE;
        return new TrackDetails(
                none.title(), none.description(), names, none.plan(), none.words(), none.songId(), none.cost());
    }
}
