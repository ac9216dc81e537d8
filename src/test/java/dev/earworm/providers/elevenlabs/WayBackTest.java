package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.SongRequest;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.SampleAudio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the call with details is not there, the plain one is asked; and in no other case. */
class WayBackTest {
    private static final byte[] SOUND = SampleAudio.mp3(20_000);

    private final VendorDesk vendor = new VendorDesk();

    @TempDir
    private Path folder;

    @AfterEach
    void closeVendor() {
        vendor.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | {"detail":"Not Found"}
            404 | <html>nothing here</html>
            404 | {"detail":{"type":"not_found","message":"No such route."}}
            405 | {"detail":"Method Not Allowed"}
            403 | {"detail":{"type":"authorization_error","code":"feature_not_available","message":"No."}}
            """)
    void aVendorWithoutTheCallIsAskedByThePlainOne(int status, String body) {
        vendor.answers(status, body);
        vendor.answers(new Buffer().write(SOUND));

        assertThat(compose()).isEqualTo(new Composed(TrackDetails.NONE));

        assertThat(folder.resolve("song")).hasBinaryContent(SOUND);
        assertThat(vendor.nextRequest().getTarget()).isEqualTo("/v1/music/detailed?output_format=auto");
        RecordedRequest plain = vendor.nextRequest();
        assertThat(plain.getTarget()).isEqualTo("/v1/music?output_format=auto");
        assertThat(plain.getHeaders().get("xi-api-key")).isEqualTo(VendorDesk.API_KEY);
        assertThat(Objects.requireNonNull(plain.getBody()).utf8())
                .contains("\"model_id\":\"music_v2\"", "\"prompt\":\"a calm river\"")
                .doesNotContain("with_timestamps");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | {"detail":{"type":"not_found","code":"model_not_found","message":"No such model."}}
            404 | {"detail":{"type":"not_found","code":"song_not_found","message":"No such song."}}
            404 | {"detail":{"status":"song_not_found","message":"No such song."}}
            400 | {"detail":{"status":"bad_prompt","message":"No."}}
            401 | {"detail":{"status":"invalid_api_key","message":"No."}}
            402 | {"detail":{"status":"limited_access","message":"No."}}
            403 | {"detail":{"code":"subscription_required","message":"No."}}
            403 | {"detail":{"code":"model_access_denied","message":"No."}}
            409 | {"detail":{"type":"conflict","message":"No."}}
            422 | {"detail":[{"type":"missing","loc":["body","prompt"],"msg":"Field required"}]}
            429 | {"detail":{"code":"concurrent_limit_exceeded","message":"No."}}
            500 | {"detail":{"type":"internal_error","message":"No."}}
            501 | {"detail":"Not Implemented"}
            503 | {"detail":{"type":"service_unavailable","message":"No."}}
            """)
    void everyOtherRefusalIsTheLastWord(int status, String body) {
        vendor.answers(status, body);
        vendor.answers(new Buffer().write(SOUND));

        assertThat(compose()).isInstanceOf(NotComposed.class);
        assertThat(vendor.requests()).isEqualTo(1);
    }

    @Test
    void aReplyThatIsLostIsNotASignThatTheCallIsMissing() {
        vendor.answers(new MockResponse.Builder()
                .code(404)
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        vendor.answers(new Buffer().write(SOUND));

        assertThat(compose())
                .isInstanceOfSatisfying(
                        NotComposed.class, not -> assertThat(not.failure()).isInstanceOf(OutcomeUnknown.class));
        assertThat(vendor.requests()).isEqualTo(1);
    }

    @Test
    void whereNeitherCallIsThereTheAddressIsWrong() {
        vendor.answers(404, "{\"detail\":\"Not Found\"}");
        vendor.answers(404, "{\"detail\":\"Not Found\"}");

        assertThat(compose()).isEqualTo(new NotComposed(new BadRequest("HTTP 404: Not Found")));
        assertThat(vendor.requests()).isEqualTo(2);
    }

    @Test
    void aPlainReplyThatBreaksOffLeavesTheOutcomeUnknown() {
        vendor.answers(404, "{\"detail\":\"Not Found\"}");
        vendor.answers(new MockResponse.Builder()
                .body(new Buffer().write(SOUND))
                .setHeader("Content-Length", 3_000_000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());

        assertThat(compose())
                .isInstanceOfSatisfying(
                        NotComposed.class, not -> assertThat(not.failure()).isInstanceOf(OutcomeUnknown.class));
    }

    private Composition compose() {
        SongRequest song = new SongRequest(
                new ModelId("elevenlabs", "music_v2"),
                "a calm river",
                Duration.ofSeconds(42),
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
        return vendor.provider().compose(Commission.of(new JobId("01hzy5c8k0abcdef"), song), folder.resolve("song"));
    }
}
