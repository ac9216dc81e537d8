package dev.earworm.providers.apiframe;

import static dev.earworm.providers.apiframe.ApiframeFixtures.json;
import static dev.earworm.providers.apiframe.ApiframeFixtures.song;
import static dev.earworm.providers.apiframe.ApiframeFixtures.sung;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.Commission;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.VendorTimeouts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A song whose reply was lost is found again, or nothing is. */
class ApiframeLookUpTest {
    private static final Instant LOST = Instant.parse("2026-03-15T10:00:00.500Z");
    private static final Instant NEXT_DAY = LOST.plus(Duration.ofHours(30));
    private static final Instant SOON = LOST.plus(Duration.ofMinutes(5));
    private static final String BEFORE = "2026-03-15T09:59:59.900Z";
    private static final String AFTER = "2026-03-15T10:00:01.000Z";
    private static final Commission COMMISSION = Commission.of(new JobId("01hzy5c8k0abcdef"), song("suno"));

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void startServer() throws IOException {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void theOnlyJobWithTheseWordsSinceThenIsTheSong() throws InterruptedException {
        server.enqueue(page("null", listed("one", AFTER), listed("two", AFTER), listed("old", BEFORE)));
        server.enqueue(job("one", "another river"));
        server.enqueue(job("two", "a calm river"));

        assertThat(lookUp()).contains(new ProviderJobId("two"));
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /v2/jobs?model=suno&limit=100 HTTP/1.1");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v2/jobs/one");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v2/jobs/two");
    }

    @Test
    void theWordsAreThoseThatWereSentBeItLyrics() {
        server.enqueue(page("null", listed("one", AFTER)));
        server.enqueue(job("one", "Light rain"));

        Commission commission = Commission.of(COMMISSION.id(), sung(song("suno"), "Light rain"));
        assertThat(vendor(NEXT_DAY).lookUp(commission, LOST)).contains(new ProviderJobId("one"));
    }

    @Test
    void twoJobsWithTheseWordsAreNoFinding() {
        server.enqueue(page("null", listed("one", AFTER), listed("two", AFTER)));
        server.enqueue(job("one", "a calm river"));
        server.enqueue(job("two", "a calm river"));

        assertThat(lookUp()).isEmpty();
    }

    @Test
    void theSameJobOnTwoPagesIsOneJob() {
        server.enqueue(page("\"next\"", listed("one", AFTER)));
        server.enqueue(page("null", listed("one", AFTER)));
        server.enqueue(job("one", "a calm river"));

        assertThat(lookUp()).contains(new ProviderJobId("one"));
    }

    @Test
    void aJobThatIsOlderOrOfAnotherModelIsAnotherSong() {
        server.enqueue(page(
                "null",
                "{\"id\":\"udio\",\"model\":\"udio\",\"createdAt\":\"%s\"}".formatted(AFTER),
                listed("old", BEFORE)));

        assertThat(lookUp()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void everyPageIsReadUntilOneIsOldEnough() throws InterruptedException {
        server.enqueue(page("\"a+b/c=\"", listed("one", AFTER)));
        server.enqueue(page("\"more\"", listed("two", AFTER), listed("old", BEFORE)));
        server.enqueue(job("one", "a calm river"));
        server.enqueue(job("two", "another river"));

        assertThat(lookUp()).contains(new ProviderJobId("one"));
        server.takeRequest();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v2/jobs?model=suno&limit=100&cursor=a%2Bb%2Fc%3D");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void aListWithoutAnEndIsNotReadForEver() {
        IntStream.range(0, 20).forEach(i -> server.enqueue(page("\"next\"", listed("job" + i, AFTER))));

        assertThat(lookUp()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(10);
    }

    @Test
    void tooManyYoungJobsAreNotAskedForOneByOne() {
        server.enqueue(page(
                "null",
                IntStream.range(0, 51).mapToObj(i -> listed("job" + i, AFTER)).toArray(String[]::new)));

        assertThat(lookUp()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"one\",\"input\":null}",
                "{\"id\":\"one\",\"input\":{}}",
                "{\"id\":\"one\"}",
                "<html>",
                "{\"id\":\"one\",\"input\":{\"prompt\":7}}"
            })
    void aJobWhoseWordsCannotBeReadMightBeTheSongToo(String answer) {
        server.enqueue(page("null", listed("one", AFTER), listed("two", AFTER)));
        server.enqueue(json(200, answer));
        server.enqueue(job("two", "a calm river"));

        assertThat(lookUp()).isEmpty();
    }

    @Test
    void aListThatTellsTheWordsSavesTheQuestions() {
        server.enqueue(page("null", """
                {"id":"one","model":"suno","createdAt":"%s","input":{"prompt":"a calm river"}}""".formatted(AFTER)));

        assertThat(lookUp()).contains(new ProviderJobId("one"));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "{}",
                "{\"jobs\":null}",
                "{\"jobs\":[{\"id\":\"one\",\"model\":\"suno\",\"createdAt\":\"yesterday\"}]}",
                "{\"jobs\":[{\"id\":\"\",\"model\":\"suno\",\"createdAt\":\"2026-03-15T10:00:01Z\"}]}",
                "{\"jobs\":[],\"nextCursor\":null,\"hasMore\":false}"
            })
    void aListThatCannotBeReadProvesNothing(String list) {
        server.enqueue(json(200, list));

        assertThat(lookUp()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void aVendorThatWillNotTellProvesNothing(int status) {
        server.enqueue(json(status, "{\"error\":\"no\"}"));

        assertThat(lookUp()).isEmpty();
    }

    @Test
    void aQuestionThatIsLostProvesNothing() {
        server.enqueue(page("null", listed("one", AFTER)));
        // A question is repeated on a fresh connection, and at each address that the host has.
        for (int i = 0; i < 5; i++) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
        }

        assertThat(lookUp()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "22, 0", "24, 1", "300, 1"})
    void asLongAsTheVendorKnowsTheKeyAnotherSubmitIsSurerThanTheList(int hours, int questions) {
        server.enqueue(page("null"));

        assertThat(vendor(LOST.plus(Duration.ofHours(hours))).lookUp(COMMISSION, LOST))
                .isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(questions);
    }

    @Test
    void aKeyThatWasUsedForAnotherBodyLeadsToTheJobThatIsThere() {
        server.enqueue(conflict());
        server.enqueue(page("null", listed("one", AFTER)));
        server.enqueue(job("one", "a calm river"));

        assertThat(submit()).isEqualTo(new Submitted(new ProviderJobId("one")));
    }

    @Test
    void aKeyThatWasUsedForAnotherBodyLeavesTheOutcomeUnknownWhereTheJobIsNotFound() {
        server.enqueue(conflict());
        server.enqueue(page("null"));

        assertThat(((Rejected) submit()).failure()).isInstanceOf(OutcomeUnknown.class);
    }

    private Optional<ProviderJobId> lookUp() {
        return vendor(NEXT_DAY).lookUp(COMMISSION, LOST);
    }

    private Submission submit() {
        return vendor(SOON).submit(COMMISSION);
    }

    private ApiframeProvider vendor(Instant now) {
        return new ApiframeProvider(
                new ApiframeConfig("afk_secret", server.url("/").uri(), Optional.empty()),
                new AudioFetcher(new FetchConfig(true)),
                VendorTimeouts.quick(),
                () -> now);
    }

    private static MockResponse conflict() {
        return json(409, "{\"error\":\"Idempotency-Key was used with a different request\"}");
    }

    private static MockResponse page(String nextCursor, String... jobs) {
        return json(
                200,
                "{\"jobs\":%s,\"nextCursor\":%s,\"hasMore\":%s}"
                        .formatted(
                                Stream.of(jobs).collect(Collectors.joining(",", "[", "]")),
                                nextCursor,
                                !nextCursor.equals("null")));
    }

    private static String listed(String id, String createdAt) {
        return """
                {"id":"%s","status":"QUEUED","model":"suno","progress":0,"error":null,"creditCost":null,
                 "webhookStatus":null,"createdAt":"%s","completedAt":null,"expired":false}""".formatted(id, createdAt);
    }

    private static MockResponse job(String id, String prompt) {
        return json(200, """
                {"id":"%s","status":"PROCESSING","model":"suno","progress":0,"error":null,"creditCost":null,
                 "webhookStatus":null,"createdAt":"%s","completedAt":null,
                 "input":{"model":"suno","prompt":"%s","sunoParams":{}}}""".formatted(id, AFTER, prompt));
    }
}
