package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.LengthRange;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Price;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.SongRequest;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.providers.MusicProviderContract;
import dev.earworm.providers.SampleAudio;
import dev.earworm.providers.VendorTimeouts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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
        return new ElevenLabsProvider(new ElevenLabsConfig(API_KEY, baseUrl), timeouts, timeouts);
    }

    @Override
    protected MockResponse success() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "multipart/mixed")
                .addHeader("song-id", "sng_1")
                .body(MultipartSong.of(SONG).body())
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
            assertThat(model.length()).isEqualTo(LengthRange.ofSeconds(3, 60, 600));
            assertThat(model.features())
                    .containsExactlyInAnyOrder(
                            Feature.LENGTH,
                            Feature.INSTRUMENTAL,
                            Feature.LYRICS,
                            Feature.PLAN,
                            Feature.SEED_WITH_PLAN,
                            Feature.STEMS);
            assertThat(model.price()).contains(new Price.PerMinute(Usd.of("0.15")));
        });
    }

    @Test
    void songsCanBeTakenUpAgainOnlyWhereTheyAreKept() {
        ElevenLabsProvider keeper = new ElevenLabsProvider(
                new ElevenLabsConfig(API_KEY, ElevenLabsConfig.DEFAULT_BASE_URL, SongKeeping.KEPT));
        ElevenLabsProvider other = new ElevenLabsProvider(ElevenLabsConfig.of(API_KEY));

        assertThat(keeper.models()).allMatch(model -> model.has(Feature.EXTEND));
        assertThat(keeper.uploads()).isPresent();
        assertThat(other.models()).noneMatch(model -> model.has(Feature.EXTEND));
        assertThat(other.uploads()).isEmpty();
    }

    @Test
    void theRequestIsExactlyWhatTheVendorDocuments() throws InterruptedException, IOException {
        server.enqueue(success());

        failure(provider(), song("music_v1", "a calm river"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/music/detailed?output_format=auto HTTP/1.1");
        assertThat(request.getHeaders().get("xi-api-key")).isEqualTo(API_KEY);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(new JsonMapper()
                        .readTree(Objects.requireNonNull(request.getBody()).utf8()))
                .isEqualTo(new JsonMapper().readTree("""
                {"prompt":"a calm river","music_length_ms":600000,"model_id":"music_v1","force_instrumental":false,
                 "with_timestamps":true}"""));
    }

    @Test
    void aFileThatCouldNotBePostedIsNotAskedForInTheFirstPlace() throws InterruptedException {
        server.enqueue(success());

        provider(server.url("/").uri(), PATIENT)
                .compose(new Commission(JOB, song("music_v2", "rain"), 10 << 20, Optional.empty()), target());

        assertThat(server.takeRequest().getUrl().queryParameter("output_format"))
                .isEqualTo("mp3_48000_128");
    }

    @Test
    void theLengthOfAPlanIsWhatDecidesOnTheSize() throws InterruptedException {
        server.enqueue(success());
        CompositionPlan short20 = new CompositionPlan(
                List.of(), List.of(), List.of(PlanSection.of("All", Duration.ofSeconds(20), List.of(), List.of())));

        provider(server.url("/").uri(), PATIENT)
                .compose(
                        new Commission(JOB, song("music_v2", "rain").withPlan(short20), 10 << 20, Optional.empty()),
                        target());

        assertThat(server.takeRequest().getUrl().queryParameter("output_format"))
                .isEqualTo("auto");
    }

    @Test
    void theLongestPromptWithLyricsIsExactlyAsLongAsTheVendorTakes() {
        MusicModel model = provider().models().getFirst();
        String lyrics = "l".repeat(model.lyrics().maximum());
        String prompt = "p".repeat(model.prompt().maximum() - lyrics.length());
        SongRequest song = new SongRequest(
                model.id(),
                prompt,
                Duration.ofSeconds(42),
                false,
                Optional.of(lyrics),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());

        assertThat(ElevenLabsPrompt.of(song)).hasSize(4100);
    }

    @Test
    void theSongComesByteForByteWithItsTitleAndWithoutAnIdThatWouldLeadNowhere() {
        server.enqueue(success());

        TrackDetails details = composed(provider(server.url("/").uri(), PATIENT));

        assertThat(details.title()).contains("Rain on Keys");
        assertThat(details.songId()).isEmpty();
        assertThat(target()).hasBinaryContent(SONG);
    }

    @Test
    void aSongThatIsKeptHasItsId() {
        server.enqueue(success());
        server.enqueue(success().newBuilder().removeHeader("song-id").build());
        ElevenLabsProvider keeper = new ElevenLabsProvider(
                new ElevenLabsConfig(API_KEY, server.url("/").uri(), SongKeeping.KEPT), PATIENT, PATIENT);

        assertThat(composed(keeper).songId()).contains("sng_1");
        assertThat(composed(keeper).songId()).isEmpty();
    }

    @Test
    void anAnswerWithoutItsClosingBoundaryLeavesTheOutcomeUnknown() {
        server.enqueue(
                success().newBuilder().body(MultipartSong.of(SONG).unclosed()).build());
        server.enqueue(success());

        assertPerhapsPaidAndCounted(failure(provider(), song()));
        assertThat(server.getRequestCount()).isEqualTo(1);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.elevenlabs.io",
                "https://api.us.elevenlabs.io",
                "https://api.eu.residency.elevenlabs.io",
                "https://api.in.residency.elevenlabs.io",
                "https://api.sg.residency.elevenlabs.io/",
                "http://localhost:8085/gate"
            })
    void aRegionIsAnAddressLikeAnyOther(String address) {
        ElevenLabsConfig config = new ElevenLabsConfig(API_KEY, URI.create(address));

        assertThat(new ElevenLabsProvider(config).models()).hasSize(3);
        assertThat(config.toString()).contains(address).doesNotContain(API_KEY);
    }

    private TrackDetails composed(ElevenLabsProvider provider) {
        Composition composition = provider.compose(commission(song()), target());
        return ((Composed) composition).details();
    }

    /** As long as can be, for whatever size. */
    private static SongRequest song(String model, String prompt) {
        return new SongRequest(
                new ModelId("elevenlabs", model),
                prompt,
                Duration.ofMinutes(10),
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }
}
