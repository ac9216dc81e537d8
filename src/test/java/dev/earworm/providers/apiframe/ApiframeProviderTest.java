package dev.earworm.providers.apiframe;

import static dev.earworm.providers.apiframe.ApiframeFixtures.VENDOR_ID;
import static dev.earworm.providers.apiframe.ApiframeFixtures.accepted;
import static dev.earworm.providers.apiframe.ApiframeFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.music.Commission;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicProvider.RepeatedSubmit;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Rendering.Running;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.providers.AsynchronousProviderContract;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.VendorTimeouts;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiframeProviderTest extends AsynchronousProviderContract {
    private static final URI AUDIO = URI.create("https://cdn2.apiframe.ai/audio/%s-0.mp3".formatted(VENDOR_ID));

    @Override
    protected ApiframeProvider provider(URI baseUrl, VendorTimeouts timeouts, FetchConfig fetch) {
        return new ApiframeProvider(
                new ApiframeConfig(API_KEY, baseUrl, Optional.empty()),
                new AudioFetcher(fetch),
                timeouts,
                InstantSource.system());
    }

    @Override
    protected ProviderJobId providerJob() {
        return new ProviderJobId(VENDOR_ID);
    }

    @Override
    protected MockResponse success() {
        return accepted();
    }

    @Override
    protected MockResponse wrongKey() {
        return json(401, "{\"error\":\"Invalid API key %s\"}".formatted(API_KEY));
    }

    @Override
    protected MockResponse wellAccount() {
        return account("{\"id\":\"t\",\"name\":\"Acme\",\"credits\":1200,\"plan\":\"pro\",\"customerId\":null}");
    }

    @Override
    protected MockResponse running() {
        return job("\"status\":\"PROCESSING\",\"progress\":45,\"result\":null,\"error\":null");
    }

    @Override
    protected MockResponse unheardOf() {
        return job("\"status\":\"POLISHING\",\"progress\":null,\"result\":null,\"error\":null");
    }

    @Override
    protected MockResponse done(URI audio) {
        return job("""
                "status":"COMPLETED","progress":100,"error":null,"expired":false,
                "result":{"tracks":[{"id":"t1","audioUrl":"%s","imageUrl":null,"title":null,"tags":null,
                "duration":null}]}""".formatted(audio));
    }

    @Override
    protected MockResponse failed() {
        return job("\"status\":\"FAILED\",\"progress\":null,\"result\":null,\"error\":\"Provider returned 500\"");
    }

    @Override
    protected MockResponse unknownId() {
        return json(404, "{\"error\":\"Job not found\"}");
    }

    @Test
    void aSubmitCarriesTheKeyOfTheVendorAndTheNameOfTheSongSoThatARepeatIsHarmless() throws InterruptedException {
        server.enqueue(success());

        assertThat(vendor().submit(Commission.of(JOB, song()))).isEqualTo(new Submitted(providerJob()));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v2/music/generate HTTP/1.1");
        assertThat(request.getHeaders().get("X-API-Key")).isEqualTo(API_KEY);
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getHeaders().get("Idempotency-Key"))
                .isEqualTo(JOB.value())
                .hasSizeLessThanOrEqualTo(255);
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
        assertThat(vendor().repeatedSubmit()).isEqualTo(RepeatedSubmit.HARMLESS);
    }

    @ParameterizedTest
    @CsvSource({"202, QUEUED", "202, PROCESSING", "202, COMPLETED", "202, FAILED", "200, COMPLETED", "201, CANCELLED"})
    void theJobOfAnEarlierSubmitIsTakenWhateverHasBecomeOfIt(int status, String state) {
        server.enqueue(json(status, "{\"jobId\":\"%s\",\"status\":\"%s\"}".formatted(VENDOR_ID, state)));

        assertThat(vendor().submit(Commission.of(JOB, song()))).isEqualTo(new Submitted(providerJob()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "{}", "", "{\"jobId\":\"\"}", "{\"jobId\":null}", "[]"})
    void aSuccessWithoutAnIdLeavesTheOutcomeUnknown(String body) {
        server.enqueue(json(202, body));

        assertThat(failure(provider(), song())).containsInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aSongIsAskedForByItsId() throws InterruptedException {
        poll(running());

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v2/jobs/" + VENDOR_ID + " HTTP/1.1");
        assertThat(request.getHeaders().get("X-API-Key")).isEqualTo(API_KEY);
    }

    @Test
    void anOddIdStaysOneStepOfThePath() throws InterruptedException {
        server.enqueue(running());

        vendor().poll(new ProviderJobId("../me?a=b#c/d%2e \n☂"));

        assertThat(server.takeRequest().getTarget()).isEqualTo("/v2/jobs/..%2Fme%3Fa=b%23c%2Fd%252e%20%0A%E2%98%82");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void anIdThatLeadsElsewhereIsNotAskedFor(String id) {
        assertThat(vendor().poll(new ProviderJobId(id))).isInstanceOf(Failed.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED,     0,    0",
        "queued,     5,    5",
        "PROCESSING, 45,   45",
        "PROCESSING, 45.7, 45",
        "PROCESSING, 100,  99",
        "PROCESSING, 1000, 99",
        "PROCESSING, -3,   0",
        "DREAMING,   7,    7"
    })
    void everyStateThatIsNoEndIsRunningAndTellsHowFar(String state, String progress, int percent) {
        assertThat(poll(job("\"status\":\"%s\",\"progress\":%s".formatted(state, progress))))
                .isEqualTo(new Running(OptionalInt.of(percent), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"half\"", "{}"})
    void aSongMayNotTellHowFarItIs(String progress) {
        assertThat(poll(job("\"status\":\"QUEUED\",\"progress\":" + progress))).isEqualTo(Running.unknown());
    }

    @Test
    void aFinishedSongTellsWhereItsAudioIsAndWhatItIsCalledAndWhatItCost() {
        assertThat(poll(json(200, """
                        {"id":"%s","status":"COMPLETED","model":"suno","progress":100,"result":{"tracks":[
                          {"id":"8b2f64d1-3c5e-4a7f-9d2b-6e1a0c4f8b3d","audioUrl":"%s",
                           "imageUrl":"https://cdn2.apiframe.ai/audio/x-0.jpeg","title":"Neon Skyline",
                           "tags":"synthwave, electronic,, upbeat ","duration":184.2},
                          {"id":"9a4b6e0d-1c8f-4a2e-b5d7-3f0a9c6e1b48","audioUrl":"https://cdn2.apiframe.ai/x-1.mp3",
                           "imageUrl":null,"title":"Other","tags":null,"duration":null}]},
                         "error":null,"creditCost":11,"webhookStatus":"delivered",
                         "createdAt":"2026-03-15T10:00:00.000Z","completedAt":"2026-03-15T10:01:02.000Z",
                         "input":{"prompt":"a calm river"},"expired":false}""".formatted(VENDOR_ID, AUDIO))))
                .isEqualTo(new Ready(
                        AUDIO,
                        new TrackDetails(
                                Optional.of("Neon Skyline"),
                                Optional.empty(),
                                List.of("synthwave", "electronic", "upbeat"),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.of(Usd.of("0.11")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tracks\":[{\"audioUrl\":\"%s\"}]}",
                "{\"tracks\":[{\"audioUrl\":null},{\"audioUrl\":\"%s\"}]}",
                "{\"tracks\":[{\"audio_url\":\"%s\"}]}",
                "{\"tracks\":[],\"audioUrl\":\"%s\"}",
                "{\"tracks\":null,\"audio_url\":\"%s\"}",
                "{\"url\":\"%s\"}",
                "[{\"audioUrl\":\"%s\"}]",
                "\"%s\""
            })
    void theAudioIsFoundWhereverTheVendorPutsIt(String result) {
        assertThat(poll(job("\"status\":\"COMPLETED\",\"creditCost\":null,\"result\":" + result.formatted(AUDIO))))
                .isEqualTo(new Ready(AUDIO, TrackDetails.NONE));
    }

    @Test
    void anAddressWithoutAHostIsTheVendors() {
        assertThat(poll(job("\"status\":\"COMPLETED\",\"result\":{\"tracks\":[{\"audioUrl\":\"/audio/x-0.mp3\"}]}")))
                .isEqualTo(new Ready(server.url("/audio/x-0.mp3").uri(), TrackDetails.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "7",
                "{\"tracks\":[]}",
                "{\"tracks\":[{\"audioUrl\":\"\"}]}",
                "{\"tracks\":[{\"audioUrl\":\"ftp://x/y\"}]}",
                "{\"tracks\":\"none\"}"
            })
    void aFinishedSongWithoutAUsableAddressHasFailed(String result) {
        assertThat(kind(poll(job("\"status\":\"COMPLETED\",\"result\":" + result))))
                .isEqualTo("Internal");
    }

    @Test
    void aSongWhoseAudioHasExpiredSaysSo() {
        Rendering expired = poll(job("""
                "status":"COMPLETED","expired":true,"result":{"tracks":[{"audioUrl":"%s"}]}""".formatted(AUDIO)));

        assertThat(kind(expired)).isEqualTo("Internal");
        assertThat(((Failed) expired).failure().detail()).contains("expired");
    }

    @ParameterizedTest
    @CsvSource({"0, $0.00", "11, $0.11", "250, $2.50"})
    void aCreditIsACent(int credits, String dollars) {
        Ready ready = (Ready) poll(job(
                "\"status\":\"COMPLETED\",\"creditCost\":%d,\"result\":{\"url\":\"%s\"}".formatted(credits, AUDIO)));

        assertThat(ready.details().cost().map(Usd::toString)).contains(dollars);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "-1", "1.5", "\"11\"", "99999999999"})
    void aCostThatMakesNoSenseIsNoCost(String credits) {
        Ready ready = (Ready) poll(job(
                "\"status\":\"COMPLETED\",\"creditCost\":%s,\"result\":{\"url\":\"%s\"}".formatted(credits, AUDIO)));

        assertThat(ready.details().cost()).isEmpty();
    }

    @Test
    void aFailedSongTellsTheVendorsReasonWithoutTheKey() {
        Rendering failed = poll(job("\"status\":\"FAILED\",\"error\":\"upstream said no to %s\"".formatted(API_KEY)));

        assertThat(kind(failed)).isEqualTo("Internal");
        assertThat(((Failed) failed).failure().detail()).isEqualTo("the song failed: upstream said no to [hidden]");
    }

    @Test
    void aFailedSongMayHaveNoReason() {
        assertThat(((Failed) poll(job("\"status\":\"FAILED\",\"error\":null")))
                        .failure()
                        .detail())
                .isEqualTo("the song failed: no explanation");
    }

    @Test
    void aSongThatTheVendorWillNotMakeIsRefusedAndNotBroken() {
        Rendering refused =
                poll(job("\"status\":\"FAILED\",\"error\":\"Provider returned an error: content policy violation\""));

        assertThat(((Failed) refused).failure())
                .isEqualTo(new ProviderFailure.ContentRefused(
                        "the song failed: Provider returned an error: content policy violation", Optional.empty()));
    }

    @Test
    void aSongThatWasCancelledAtTheVendorWillNotCome() {
        assertThat(kind(poll(job("\"status\":\"CANCELLED\",\"error\":null")))).isEqualTo("Internal");
    }

    @Test
    void theAccountTellsItsCredits() throws InterruptedException {
        server.enqueue(wellAccount());

        assertThat(vendor().account()).isEqualTo(new Usable(Optional.of("1200 credits")));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v2/me HTTP/1.1");
        assertThat(request.getHeaders().get("X-API-Key")).isEqualTo(API_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"credits\":null}"})
    void anAccountMayNotTellItsCredits(String team) {
        server.enqueue(account(team));

        assertThat(vendor().account()).isEqualTo(new Usable(Optional.empty()));
    }

    @Test
    void anAccountWithoutCreditsCannotBeUsed() {
        server.enqueue(account("{\"credits\":0,\"plan\":\"free\"}"));

        assertThat(vendor().account()).isEqualTo(new Unusable(new OutOfCredit("0 credits left")));
    }

    @Test
    void anAccountWhoseKeyIsSwitchedOffCannotBeUsed() {
        server.enqueue(json(403, "{\"error\":\"API key is inactive\"}"));

        assertThat(vendor().account()).isEqualTo(new Unusable(new Unauthorised("HTTP 403: API key is inactive")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "{}", ""})
    void anAnswerThatIsNoAccountProvesNothing(String body) {
        server.enqueue(json(200, body));

        assertThat(((Unusable) vendor().account()).failure()).isInstanceOf(Unavailable.class);
    }

    @Test
    void elevenLabsModelComesFirstAndOneQuestionASecondIsAllowed() {
        assertThat(vendor().models())
                .extracting(model -> model.id().toString())
                .containsExactly(
                        "apiframe/elevenlabs-music",
                        "apiframe/suno",
                        "apiframe/udio",
                        "apiframe/producer",
                        "apiframe/lyria-3-clip",
                        "apiframe/lyria-3-pro",
                        "apiframe/mureka");
        assertThat(vendor().minimumPollInterval()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "elevenlabs-music, 5,   $0.10",
        "elevenlabs-music, 30,  $0.10",
        "elevenlabs-music, 31,  $0.20",
        "elevenlabs-music, 120, $0.20",
        "elevenlabs-music, 121, $0.30",
        "elevenlabs-music, 300, $0.30",
        "suno,             180, $0.11",
        "udio,             130, $0.09",
        "mureka,           160, $0.06",
        "producer,         180, unknown",
        "lyria-3-clip,     30,  unknown",
        "lyria-3-pro,      120, unknown"
    })
    void aModelCostsWhatTheVendorPublishes(String name, int seconds, String price) {
        MusicModel model = vendor().models().stream()
                .filter(one -> one.id().model().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(model.price()
                        .map(known -> known.of(Duration.ofSeconds(seconds)).toString())
                        .orElse("unknown"))
                .isEqualTo(price);
    }

    @Test
    void withoutAnAddressTheVendorIsNotAskedToCall() {
        assertThat(vendor().webhooks()).isEmpty();
    }

    @Test
    void theConfigurationDoesNotPrintItsKey() {
        assertThat(ApiframeConfig.of(API_KEY).toString())
                .doesNotContain(API_KEY)
                .contains("https://api.apiframe.ai");
    }

    private static MockResponse account(String team) {
        return json(200, """
                {"user":{"id":"u","email":"me@x.com","role":"OWNER"},"team":%s,
                 "apiKey":{"id":"k","name":"Default","prefix":"afk_0000"}}""".formatted(team));
    }

    private static MockResponse job(String fields) {
        return json(200, """
                {"id":"%s","model":"suno","webhookStatus":null,"createdAt":"2026-03-15T10:00:00.000Z",
                 "completedAt":null,%s}""".formatted(VENDOR_ID, fields));
    }

    private static String kind(Rendering rendering) {
        return ((Failed) rendering).failure().getClass().getSimpleName();
    }
}
