package dev.earworm.providers.aigateway;

import static dev.earworm.providers.aigateway.AigatewayAnswer.json;
import static dev.earworm.providers.aigateway.AigatewayAnswer.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.MusicProvider.RepeatedSubmit;
import dev.earworm.music.PlanSection;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Rendering.Running;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.music.Usd;
import dev.earworm.providers.AsynchronousProviderContract;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.VendorTimeouts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AigatewayProviderTest extends AsynchronousProviderContract {
    private static final String ELEVEN = "elevenlabs/elevenlabs-music";

    @Override
    protected AigatewayProvider provider(URI baseUrl, VendorTimeouts timeouts, FetchConfig fetch) {
        return new AigatewayProvider(
                new AigatewayConfig(API_KEY, baseUrl, Optional.empty()), new AudioFetcher(fetch), timeouts);
    }

    @Override
    protected MockResponse success() {
        return json(202, """
                {"id":"job_abc123","status":"queued","model":"elevenlabs/elevenlabs-music","created":1776947082}""");
    }

    @Override
    protected MockResponse wrongKey() {
        return json(401, """
                {"error":{"message":"Invalid API key %s","type":"authentication_error","code":401,"param":null}}""".formatted(API_KEY));
    }

    @Override
    protected MockResponse wellAccount() {
        return json(200, "{\"balance_cents\":420}");
    }

    @Override
    protected MockResponse running() {
        return json(200, """
                {"id":"job_abc123","status":"processing","modality":"music","created_at":1,"updated_at":2}""");
    }

    @Override
    protected MockResponse unheardOf() {
        return json(200, "{\"id\":\"job_abc123\",\"status\":\"mastering\"}");
    }

    @Override
    protected MockResponse done(URI audio) {
        return json(200, """
                {"id":"job_abc123","status":"completed","result":{"url":"%s","duration":30}}""".formatted(audio));
    }

    @Override
    protected MockResponse failed() {
        return json(200, """
                {"id":"job_abc123","status":"failed","error":{"code":"upstream_error","message":"The model refused"}}""");
    }

    @Override
    protected MockResponse unknownId() {
        return json(404, """
                {"error":{"message":"Job not found","type":"not_found","code":404,"param":null}}""");
    }

    @Override
    protected ProviderJobId providerJob() {
        return new ProviderJobId("job_abc123");
    }

    @Test
    void theRequestIsExactlyWhatTheVendorDocumentsWithItsModelAlways() throws InterruptedException, IOException {
        server.enqueue(success());

        assertThat(vendor().submit(Commission.of(JOB, song(ELEVEN, false, Optional.empty()))))
                .isEqualTo(new Submitted(new ProviderJobId("job_abc123")));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/audio/music HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("x-aig-tag")).isEqualTo(JOB.value()).hasSizeLessThanOrEqualTo(64);
        assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo(JOB.value());
        assertJson(request, """
                {"model":"elevenlabs/elevenlabs-music","prompt":"a calm river","duration":42,
                 "is_instrumental":false,"lyrics_optimizer":true}""");
    }

    @Test
    void lyricsAreSungAsTheyAre() throws InterruptedException, IOException {
        server.enqueue(success());

        vendor().submit(Commission.of(JOB, song(ELEVEN, false, Optional.of("[Verse]\nOh river"))));

        assertJson(server.takeRequest(), """
                {"model":"elevenlabs/elevenlabs-music","prompt":"a calm river","duration":42,
                 "is_instrumental":false,"lyrics":"[Verse]\\nOh river","lyrics_optimizer":false}""");
    }

    @Test
    void aSongWithoutSingingIsAskedForAsSuch() throws InterruptedException, IOException {
        server.enqueue(success());

        vendor().submit(Commission.of(JOB, song(ELEVEN, true, Optional.empty())));

        assertJson(server.takeRequest(), """
                {"model":"elevenlabs/elevenlabs-music","prompt":"a calm river","duration":42,"is_instrumental":true}""");
    }

    @Test
    void aModelThatDoesNotSingHearsNothingOfLyrics() throws InterruptedException, IOException {
        server.enqueue(success());

        vendor().submit(Commission.of(
                JOB, song("stability-ai/stable-audio-25-text-to-audio", false, Optional.empty())));

        assertJson(server.takeRequest(), """
                {"model":"stability-ai/stable-audio-25-text-to-audio","prompt":"a calm river","duration":42,
                 "is_instrumental":false}""");
    }

    @Test
    void aModelThatDecidesOnItsLengthIsNotToldOne() throws InterruptedException, IOException {
        server.enqueue(success());

        vendor().submit(Commission.of(JOB, song("sonauto/v2/text-to-music", false, Optional.of("Oh river"))));

        assertJson(server.takeRequest(), """
                {"model":"sonauto/v2/text-to-music","prompt":"a calm river","is_instrumental":false,
                 "lyrics":"Oh river","lyrics_optimizer":false}""");
    }

    @Test
    void aPlanIsToldInWordsAndItsLyricsApart() throws InterruptedException, IOException {
        server.enqueue(success());
        CompositionPlan plan = new CompositionPlan(
                List.of("folk"),
                List.of(),
                List.of(new PlanSection(
                        "Verse",
                        Duration.ofSeconds(20),
                        List.of("harp"),
                        List.of(),
                        List.of("Oh river"),
                        Optional.empty())));

        vendor().submit(Commission.of(JOB, song(ELEVEN, false, Optional.empty()).withPlan(plan)));

        assertJson(server.takeRequest(), """
                {"model":"elevenlabs/elevenlabs-music",
                 "prompt":"a calm river\\nStyle: folk.\\nStructure:\\n1. Verse (20 s): harp.","duration":20,
                 "is_instrumental":false,"lyrics":"[Verse]\\nOh river","lyrics_optimizer":false}""");
    }

    @Test
    void anotherSongIsAnotherKeyAndTheSameOneTheSame() throws InterruptedException {
        server.enqueue(success());
        server.enqueue(success());
        server.enqueue(success());

        vendor().submit(Commission.of(JOB, song()));
        vendor().submit(Commission.of(JOB, song()));
        vendor().submit(Commission.of(JOB.successor(), song()));

        String first = server.takeRequest().getHeaders().get("Idempotency-Key");
        assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isEqualTo(first);
        assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isNotEqualTo(first);
        assertThat(vendor().repeatedSubmit()).isEqualTo(RepeatedSubmit.MAY_CHARGE_TWICE);
    }

    @ParameterizedTest
    @CsvSource({
        "ELEVENLABS,   elevenlabs/elevenlabs-music",
        "SONAUTO,      sonauto/v2/text-to-music",
        "STABLE_AUDIO, stability-ai/stable-audio-25-text-to-audio",
        "ACE_STEP,     ace-step/ace-step-prompt-to-audio"
    })
    void theModelsAreThoseOfTheVendorsPages(String maker, String slug) {
        assertThat(vendor().models())
                .as(maker)
                .filteredOn(model -> model.id().equals(new ModelId("aigateway", slug)))
                .hasSize(1);
    }

    @Test
    void theFirstModelIsElevenLabs() {
        assertThat(vendor().models().getFirst().id().toString()).isEqualTo("aigateway/elevenlabs/elevenlabs-music");
        assertThat(vendor().models()).noneMatch(model -> model.id().model().startsWith("auto"));
    }

    @Test
    void noPriceIsTakenFromAPageThatPrintsTheUnitOfVideos() {
        assertThat(vendor().models().getFirst().price()).isEmpty();
        assertThat(vendor().models())
                .filteredOn(model -> model.price().isPresent())
                .singleElement()
                .satisfies(aceStep -> assertThat(aceStep.price().orElseThrow().of(Duration.ofMinutes(1)))
                        .isEqualTo(Usd.of("0.0126")));
    }

    @Test
    void onlyModelsThatSingTakeLyrics() {
        assertThat(vendor().models().stream()
                        .filter(model -> model.has(Feature.LYRICS))
                        .map(MusicModel::id)
                        .map(ModelId::model))
                .containsExactly(ELEVEN, "sonauto/v2/text-to-music");
    }

    @Test
    void theVendorIsNotAskedMoreOftenThanItAllows() {
        assertThat(vendor().minimumPollInterval()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aSongIsAskedForByItsIdWithEveryOddCharacterEncoded() throws InterruptedException {
        server.enqueue(running());

        vendor().poll(new ProviderJobId("a b+c:d/e?f&g=h#i%j☂"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v1/jobs/a%20b+c:d%2Fe%3Ff&g=h%23i%25j%E2%98%82 HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
    }

    @Test
    void askedTooSoonTheVendorSaysNotModifiedAndIsAskedAfterItsInterval() {
        assertThat(poll(new MockResponse.Builder().code(304).build()))
                .isEqualTo(new Running(OptionalInt.empty(), Optional.of(Duration.ofSeconds(3))));
        assertThat(poll(done(elsewhere()))).isInstanceOf(Ready.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"balance_cents\":420}                          | $4.20",
                "{\"balance_cents\":-5}                           | $-0.05",
                "{\"object\":\"balance\",\"data\":{\"balance_cents\":1234.5}} | $12.34",
                "{\"balance\":{\"balance_usd\":4.2,\"spent\":3}}  | $4.20"
            })
    void theAccountTellsWhatIsLeft(String answer, String credit) throws InterruptedException {
        server.enqueue(json(200, answer));

        assertThat(vendor().account()).isEqualTo(new Usable(Optional.of(credit)));
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /v1/balance HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"balance\":420}", "{\"balance_cents\":\"plenty\"}", "{\"balance_cents\":null}"})
    void anAmountWithoutAUnitIsNotGuessedAt(String answer) {
        server.enqueue(json(200, answer));

        assertThat(vendor().account()).isEqualTo(new Usable(Optional.empty()));
    }

    @Test
    void aGatewayThatKnowsNoBalanceStillTellsWhetherTheKeyWorks() throws InterruptedException {
        server.enqueue(json(404, "{\"error\":{\"message\":\"Not found\",\"type\":\"not_found\",\"code\":404}}"));
        server.enqueue(json(200, "{\"secret\":\"whsec_test\"}"));
        server.enqueue(page(404));
        server.enqueue(wrongKey());

        assertThat(vendor().account()).isEqualTo(new Usable(Optional.empty()));
        assertThat(((Unusable) vendor().account()).failure()).isInstanceOf(Unauthorised.class);

        server.takeRequest();
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /v1/webhook-secret HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 503})
    void aPageInsteadOfAnAccountIsNone(int status) {
        server.enqueue(page(status));

        assertThat(vendor().account()).isInstanceOf(Unusable.class);
    }

    @Test
    void theConfigurationDoesNotPrintItsKey() {
        assertThat(AigatewayConfig.of(API_KEY).toString())
                .doesNotContain(API_KEY)
                .contains("https://api.aigateway.sh");
    }

    private static SongRequest song(String model, boolean instrumental, Optional<String> lyrics) {
        return new SongRequest(
                new ModelId("aigateway", model),
                "a calm river",
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
