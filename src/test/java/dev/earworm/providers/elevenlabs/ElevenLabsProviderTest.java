package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.SongRequest;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.MusicProviderContract;
import dev.earworm.providers.SampleAudio;
import dev.earworm.providers.VendorTimeouts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsProviderTest extends MusicProviderContract {
    private static final byte[] SONG = SampleAudio.mp3(200_000);

    @Override
    protected ElevenLabsProvider provider(URI baseUrl, VendorTimeouts timeouts) {
        return new ElevenLabsProvider(new ElevenLabsConfig(API_KEY, baseUrl), timeouts);
    }

    @Override
    protected MockResponse success() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "audio/mpeg")
                .addHeader("song-id", "sng_1")
                .body(SampleAudio.body(SONG))
                .build();
    }

    @Override
    protected MockResponse wellAccount() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body("""
                {"tier":"creator","character_count":1200,"character_limit":5000,"status":"active"}""")
                .build();
    }

    @Override
    protected MockResponse wrongKey() {
        return new MockResponse.Builder().code(401).body("""
                        {"detail":{"type":"authentication_error","code":"unauthorized",
                         "message":"Invalid API key: %s","status":"invalid_api_key"}}""".formatted(API_KEY)).build();
    }

    @Test
    void theModelsAreTheVendorsThreeWithTheMiddleOneFirst() {
        assertThat(provider().models())
                .extracting(model -> model.id().toString())
                .containsExactly("elevenlabs/music_v2", "elevenlabs/music_v2_5", "elevenlabs/music_v1");
        assertThat(provider().models()).allSatisfy(model -> {
            assertThat(model.length().minimum()).isEqualTo(Duration.ofSeconds(3));
            assertThat(model.length().maximum()).isEqualTo(Duration.ofSeconds(600));
        });
    }

    @Test
    void theRequestIsExactlyWhatTheVendorDocuments() throws InterruptedException, IOException {
        server.enqueue(success());

        failure(provider(), song("music_v2", "a calm river", true, Optional.empty()));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/music HTTP/1.1");
        assertThat(request.getHeaders().get("xi-api-key")).isEqualTo(API_KEY);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertJson(request, """
                {"prompt":"a calm river","music_length_ms":42000,"model_id":"music_v2","force_instrumental":true}""");
    }

    @Test
    void lyricsStandMarkedAfterTheWordsOfThePrompt() throws InterruptedException, IOException {
        server.enqueue(success());

        failure(provider(), song("music_v1", "a calm river", false, Optional.of("[Verse]\nFlow on")));

        assertJson(server.takeRequest(), """
                {"prompt":"a calm river\\n\\nLyrics:\\n[Verse]\\nFlow on","music_length_ms":42000,
                 "model_id":"music_v1","force_instrumental":false}""");
    }

    @Test
    void theLongestPromptWithLyricsIsExactlyAsLongAsTheVendorTakes() {
        MusicModel model = provider().models().getFirst();
        String lyrics = "l".repeat(model.lyrics().maximum());
        String prompt = "p".repeat(model.prompt().maximum() - lyrics.length());

        assertThat(ElevenLabsPrompt.of(song("music_v2", prompt, false, Optional.of(lyrics))))
                .hasSize(4100);
    }

    @Test
    void theAnswerIsTheSongByteForByte() {
        server.enqueue(success());

        assertThat(provider(server.url("/").uri(), PATIENT).compose(Commission.of(JOB, song()), target()))
                .isEqualTo(new Composed(TrackDetails.NONE));
        assertThat(target()).hasBinaryContent(SONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>Sign in</body></html>", "{\"detail\":\"odd\"}", ""})
    void anAnswerOfSuccessThatIsNoAudioFailsForGood(String body) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "audio/mpeg")
                .body(body)
                .build());

        assertThat(failure(provider(), song())).containsInstanceOf(Internal.class);
    }

    @Test
    void anAnswerThatClaimsTwoGigabytesFailsForGood() {
        server.enqueue(
                success().newBuilder().setHeader("Content-Length", 2L << 30).build());

        assertThat(failure(provider(), song())).containsInstanceOf(Internal.class);
        assertThat(target()).doesNotExist();
    }

    @Test
    void theConfigurationDoesNotPrintItsKey() {
        assertThat(ElevenLabsConfig.of(API_KEY).toString())
                .doesNotContain(API_KEY)
                .contains("https://api.elevenlabs.io");
    }

    private static SongRequest song(String model, String prompt, boolean instrumental, Optional<String> lyrics) {
        return new SongRequest(
                new ModelId("elevenlabs", model),
                prompt,
                Duration.ofSeconds(42),
                instrumental,
                lyrics,
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }

    private static void assertJson(RecordedRequest request, String expected) throws IOException {
        JsonMapper json = new JsonMapper();
        String body = Objects.requireNonNull(request.getBody()).utf8();
        assertThat(json.readTree(body)).isEqualTo(json.readTree(expected));
    }
}
