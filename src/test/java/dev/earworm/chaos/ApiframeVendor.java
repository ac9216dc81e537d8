package dev.earworm.chaos;

import dev.earworm.chaos.VendorFault.Call;
import dev.earworm.music.Usd;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Speaks Apiframe: a song is known by its key, and in the end it is a little cheaper than the list says. */
final class ApiframeVendor extends ChaosVendor {
    /** Up to half a minute of music. */
    private static final Usd LISTED = Usd.of("0.10");

    private static final Usd CHARGED = Usd.of("0.09");

    ApiframeVendor(byte[] sound, VendorBook book, Odometer odometer) throws IOException {
        super("apiframe", sound, book, odometer);
    }

    @Override
    public String model() {
        return "apiframe/elevenlabs-music";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("APIFRAME_API_KEY", "afk_for_nobody", "APIFRAME_BASE_URL", url());
    }

    @Override
    Optional<Call> call(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.equals("/v2/music/generate")) {
            return Optional.of(Call.SUBMIT);
        }
        return path.startsWith("/v2/jobs/") ? Optional.of(Call.POLL) : Optional.empty();
    }

    @Override
    boolean knowsKeys() {
        return true;
    }

    @Override
    String key(RecordedRequest request) {
        return Optional.ofNullable(request.getHeaders().get("Idempotency-Key")).orElseThrow();
    }

    @Override
    Usd price() {
        return LISTED;
    }

    @Override
    String id(int number) {
        return "7b0e0a9e-0000-4000-8000-%012d".formatted(number);
    }

    @Override
    String asked(RecordedRequest request) {
        return request.getUrl().encodedPath().substring("/v2/jobs/".length());
    }

    @Override
    MockResponse taken(Song song) {
        return json(202, "{\"jobId\":\"%s\",\"status\":\"QUEUED\"}".formatted(song.id));
    }

    @Override
    MockResponse standing(Song song, Stage stage) {
        return switch (stage) {
            case MAKING ->
                json(
                        200,
                        "{\"id\":\"%s\",\"status\":\"PROCESSING\",\"progress\":40,\"error\":null}".formatted(song.id));
            case DONE -> json(200, """
                        {"id":"%s","status":"COMPLETED","model":"elevenlabs-music","progress":100,"error":null,
                         "result":{"tracks":[{"id":"t","audioUrl":"%s","title":null}]},"creditCost":9,"expired":false}
                        """.formatted(song.id, soundUrl(song)));
            case FAILED, STOPPED ->
                json(200, "{\"id\":\"%s\",\"status\":\"FAILED\",\"error\":\"out of tune\"}".formatted(song.id));
        };
    }

    /** As long as nobody has fetched it, the listed price counts. */
    @Override
    void fetched(String id) {
        book().charges(id, CHARGED);
    }

    @Override
    MockResponse refused(VendorFault fault) {
        return switch (fault) {
            case OUT_OF_CREDIT ->
                json(402, "{\"error\":\"Insufficient credits\",\"creditsRequired\":10,\"creditsAvailable\":0}");
            case UNAUTHORISED -> json(401, "{\"error\":\"Invalid API key\"}");
            default -> json(400, "{\"error\":\"The prompt was flagged by content moderation\"}");
        };
    }
}
