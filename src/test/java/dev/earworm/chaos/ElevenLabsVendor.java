package dev.earworm.chaos;

import dev.earworm.chaos.VendorFault.Call;
import dev.earworm.music.Usd;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** Speaks ElevenLabs: the answer is the song, and whose answer is lost has paid for it and can ask nobody. */
final class ElevenLabsVendor extends ChaosVendor {
    ElevenLabsVendor(byte[] sound, VendorBook book, Odometer odometer) throws IOException {
        super("elevenlabs", sound, book, odometer);
    }

    @Override
    public String model() {
        return "elevenlabs/music_v2";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("ELEVENLABS_API_KEY", "sk_for_nobody", "ELEVENLABS_BASE_URL", url());
    }

    @Override
    Optional<Call> call(RecordedRequest request) {
        return request.getUrl().encodedPath().equals("/v1/music/detailed")
                ? Optional.of(Call.SUBMIT)
                : Optional.empty();
    }

    @Override
    String key(RecordedRequest request) {
        return "";
    }

    /** For every minute that is begun. */
    @Override
    Usd price() {
        return Usd.of("0.15");
    }

    @Override
    String asked(RecordedRequest request) {
        throw new IllegalStateException("nobody asks this vendor: " + request);
    }

    @Override
    MockResponse taken(Song song) {
        Buffer body = new Buffer().writeUtf8("""
                        --b\r
                        Content-Type: application/json\r
                        \r
                        {"composition_plan":null,"song_metadata":{"title":null,"genres":[],"languages":[]}}\r
                        --b\r
                        Content-Type: audio/wav\r
                        Content-Disposition: attachment; filename="x.wav"\r
                        \r
                        """).write(bytes()).writeUtf8("\r\n--b--\r\n");
        return new MockResponse.Builder()
                .addHeader("Content-Type", "multipart/mixed; boundary=b")
                .addHeader("song-id", song.id)
                .body(body)
                .build();
    }

    @Override
    MockResponse standing(Song song, Stage stage) {
        throw new IllegalStateException("nobody asks this vendor: " + song.id);
    }

    @Override
    MockResponse refused(VendorFault fault) {
        return switch (fault) {
            case OUT_OF_CREDIT ->
                json(402, "{\"detail\":{\"code\":\"insufficient_credits\",\"message\":\"no credits\"}}");
            case UNAUTHORISED -> json(401, "{\"detail\":{\"status\":\"invalid_api_key\",\"message\":\"bad key\"}}");
            default -> json(400, """
                    {"detail":{"status":"bad_prompt","message":"violates our terms",
                     "data":{"prompt_suggestion":"a song like others"}}}
                    """);
        };
    }
}
