package dev.earworm.providers.aigateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Rendering.Running;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The job as the vendor's page, its documentation and its libraries describe it. */
class AigatewayAnswersTest {
    private static final String MODEL = "elevenlabs/elevenlabs-music";

    private final AigatewayAnswers answers = new AigatewayAnswers(
            HttpUrl.get("https://api.aigateway.sh"), new AigatewayErrors(new Redactor("sk-hunter2")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the model's page, the documentation, the libraries
                "{\"id\":\"job_abc123\",\"status\":\"queued\",\"model\":\"elevenlabs/elevenlabs-music\",\"created\":1776947082}",
                "{\"id\":\"job_abc123\",\"status\":\"queued\",\"object\":\"job\"}",
                "{\"id\":\"job_abc123\",\"status\":\"queued\",\"modality\":\"music\",\"created_at\":1,\"updated_at\":1}",
                // finished already, one way or the other
                "{\"id\":\"job_abc123\",\"status\":\"completed\",\"result_url\":\"https://r2.example/x.mp3\"}",
                "{\"id\":\"job_abc123\",\"status\":\"failed\",\"error\":\"no\"}",
                "{\"id\":\"job_abc123\"}"
            })
    void everySuccessWithAnIdIsASongThatWasTaken(String job) {
        for (int status : new int[] {200, 201, 202}) {
            assertThat(submission(status, job)).isEqualTo(new Submitted(new ProviderJobId("job_abc123")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "{}", "", "{\"id\":\"\"}", "{\"id\":null}", "[]", "{\"id\":{}}"})
    void aSuccessWithoutAnIdLeavesTheOutcomeUnknown(String body) {
        assertThat(((Rejected) submission(202, body)).failure()).isInstanceOf(OutcomeUnknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "processing", "running", "RUNNING", "mastering", ""})
    void everyStateThatIsNoEndIsRunning(String state) {
        assertThat(rendering("{\"id\":\"job_abc123\",\"status\":\"" + state + "\",\"result\":null}"))
                .isEqualTo(Running.unknown());
    }

    @Test
    void notModifiedMeansAskedTooSoonAndNothingElse() {
        assertThat(answers.rendering(new VendorAnswer(304, Optional.empty(), "")))
                .isEqualTo(new Running(OptionalInt.empty(), Optional.of(Duration.ofSeconds(3))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"completed\",\"result\":{\"url\":\"https://media.aigateway.sh/music/abc123.mp3\",\"duration\":30}}"
                        + "| https://media.aigateway.sh/music/abc123.mp3",
                "{\"status\":\"completed\",\"result\":{\"file_url\":\"https://media.aigateway.sh/v1/files/jobs/j/a.mp3?token=a%2Fb&exp=1\"}}"
                        + "| https://media.aigateway.sh/v1/files/jobs/j/a.mp3?token=a%2Fb&exp=1",
                "{\"status\":\"completed\",\"result\":{\"audio_url\":\"https://r2.example/x.mp3\"}} | https://r2.example/x.mp3",
                "{\"status\":\"completed\",\"result_url\":\"https://r2.example/x.mp3\",\"result\":{\"seed\":1}} | https://r2.example/x.mp3",
                "{\"status\":\"completed\",\"result_url\":\"https://b.example/\",\"result\":{\"file_url\":\"https://a.example/\"}} | https://a.example/",
                "{\"status\":\"completed\",\"result\":{\"url\":\"\",\"file_url\":null,\"audio_url\":\"https://a.example/\"}} | https://a.example/",
                "{\"status\":\"completed\",\"result\":{\"url\":\"gs://bucket/x\"},\"result_url\":\"https://a.example/\"} | https://a.example/",
                "{\"status\":\"Completed\",\"result_url\":\"/v1/files/jobs/j/a.mp3\"} | https://api.aigateway.sh/v1/files/jobs/j/a.mp3"
            })
    void aFinishedSongTellsWhereItsAudioIsInWhicheverFieldItSays(String job, URI audio) {
        assertThat(rendering(job)).isEqualTo(new Ready(audio, TrackDetails.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"x\"", "{\"url\":null}", "{\"url\":\"ftp://x/y\"}", "{\"url\":{}}"})
    void aFinishedSongWithoutAUsableAddressHasFailed(String result) {
        assertThat(failed("{\"status\":\"completed\",\"result\":" + result + "}"))
                .isInstanceOf(Internal.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"usage\":{\"cost_cents\":412}             | $4.12",
                "\"usage\":{\"cost_cents\":0.4125}          | $0.004125",
                "\"usage\":{\"cost_cents\":\"80\"}          | $0.80",
                "\"usage\":{\"cost_cents\":0}               | $0.00",
                "\"cost_cents\":80                          | $0.80",
                "\"usage\":{\"cost\":0.8}                   | $0.80",
                "\"usage\":{\"cost_usd\":0.8}               | $0.80",
                "\"cost_usd\":0.8                           | $0.80",
                "\"usage\":{\"cost_cents\":80,\"cost\":80}  | $0.80"
            })
    void aFinishedSongTellsWhatItCostWhereTheVendorDoes(String field, String cost) {
        assertThat(ready("\"result\":{\"url\":\"https://a.example/x\"}," + field)
                        .details()
                        .cost())
                .map(Usd::toString)
                .contains(cost);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"usage\":null",
                "\"usage\":{\"cost_cents\":null}",
                "\"usage\":{\"cost_cents\":true}",
                "\"usage\":{\"cost_cents\":\"cheap\"}",
                "\"usage\":{\"cost_cents\":-1}",
                "\"usage\":{\"cost_cents\":1e999999999}",
                "\"usage\":{\"cost_cents\":1e30}"
            })
    void whatIsNoAmountIsNoCostAndNoTrouble(String field) {
        assertThat(ready("\"result\":{\"url\":\"https://a.example/x\"}," + field)
                        .details())
                .isEqualTo(TrackDetails.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"The model said no\"                                      | The model said no",
                "{\"code\":\"upstream_error\",\"message\":\"no\"}           | upstream_error · no",
                "{\"message\":\"no\",\"type\":\"server_error\",\"code\":500} | server_error · no",
                "{\"message\":\"no to sk-hunter2\"}                         | no to [hidden]",
                "null                                                       | no explanation"
            })
    void aFailedSongTellsTheVendorsReasonBeItATextOrAnObject(String error, String reason) {
        assertThat(failed("{\"status\":\"failed\",\"error\":" + error + "}"))
                .isEqualTo(new Internal("the song failed: " + reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "canceled", "CANCELLED"})
    void aSongThatWasCancelledAtTheVendorWillNotCome(String state) {
        assertThat(failed("{\"status\":\"" + state + "\"}")).isInstanceOf(Internal.class);
    }

    private Submission submission(int status, String body) {
        return answers.submission(new VendorAnswer(status, Optional.empty(), body), MODEL);
    }

    private Rendering rendering(String job) {
        return answers.rendering(new VendorAnswer(200, Optional.empty(), job));
    }

    private Ready ready(String fields) {
        return (Ready) rendering("{\"status\":\"completed\"," + fields + "}");
    }

    private dev.earworm.music.ProviderFailure failed(String job) {
        return ((Failed) rendering(job)).failure();
    }
}
