package dev.earworm.chaos;

import dev.earworm.chaos.VendorFault.Call;
import dev.earworm.music.Usd;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Speaks AI/ML API: every submit is another song and charged, and lost ones are found in the log of requests. */
final class AimlapiVendor extends ChaosVendor {
    private static final String SONGS = "/v2/generate/audio";

    AimlapiVendor(byte[] sound, VendorBook book, Odometer odometer) throws IOException {
        super("aimlapi", sound, book, odometer);
    }

    @Override
    public String model() {
        return "aimlapi/elevenlabs/eleven_music";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("AIMLAPI_API_KEY", "a-key-for-nobody", "AIMLAPI_BASE_URL", url());
    }

    @Override
    Optional<Call> call(RecordedRequest request) {
        return switch (request.getMethod() + " " + request.getUrl().encodedPath()) {
            case "POST " + SONGS -> Optional.of(Call.SUBMIT);
            case "GET " + SONGS -> Optional.of(Call.POLL);
            case "GET /v2/logs" -> Optional.of(Call.LOOK_UP);
            default -> Optional.empty();
        };
    }

    @Override
    String key(RecordedRequest request) {
        return Optional.ofNullable(request.getHeaders().get("X-Client-Request-Id"))
                .orElseThrow();
    }

    /** Ten seconds. */
    @Override
    Usd price() {
        return Usd.of("0.06");
    }

    @Override
    String asked(RecordedRequest request) {
        return Optional.ofNullable(request.getUrl().queryParameter("generation_id"))
                .orElseThrow();
    }

    @Override
    MockResponse taken(Song song) {
        return json(201, "{\"id\":\"%s\",\"status\":\"queued\"}".formatted(song.id));
    }

    @Override
    MockResponse standing(Song song, Stage stage) {
        return switch (stage) {
            case MAKING -> json(200, "{\"id\":\"%s\",\"status\":\"generating\"}".formatted(song.id));
            case DONE -> json(200, """
                        {"id":"%s","status":"completed","audio_file":{"url":"%s"},
                         "meta":{"usage":{"credits_used":120000,"usd_spent":0.06}}}
                        """.formatted(song.id, soundUrl(song)));
            case FAILED, STOPPED -> json(200, """
                        {"id":"%s","status":"error","error":{"name":"Error","message":"out of tune"}}
                        """.formatted(song.id));
        };
    }

    /** Newest first. */
    @Override
    MockResponse found(RecordedRequest request) {
        String rows = songs().values().stream()
                .map(song -> "{\"client_request_id\":\"%s\",\"inference_id\":\"%s\",\"status\":\"success\"}"
                        .formatted(song.key, song.id))
                .collect(Collectors.joining(","));
        return json(200, "{\"data\":[%s],\"pagination\":{\"has_more\":false}}".formatted(rows));
    }

    @Override
    MockResponse refused(VendorFault fault) {
        return switch (fault) {
            case OUT_OF_CREDIT ->
                json(403, "{\"message\":\"You've run out of credits. Please top up\",\"statusCode\":403}");
            case UNAUTHORISED ->
                json(401, "{\"message\":\"This request requires a valid API key\",\"statusCode\":401}");
            default -> json(400, "{\"message\":\"The prompt violates our policy\",\"statusCode\":400}");
        };
    }
}
