package dev.earworm.providers.aigateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendor's table of errors. */
class AigatewayErrorsTest {
    private static final String ENVELOPE = """
            {"error":{"message":"Oh no","type":"%s","code":%d,"param":null}}""";

    private final AigatewayErrors errors = new AigatewayErrors(new Redactor());

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, BadRequest,     Internal",
        "401, authentication_error,  Unauthorised,   Unauthorised",
        "402, insufficient_credits,  OutOfCredit,    Unavailable",
        "403, permission_error,      Unauthorised,   Unauthorised",
        "404, not_found,             BadRequest,     Internal",
        "404, model_not_found,       BadRequest,     Internal",
        "405, not_found,             BadRequest,     Unavailable",
        "408, timeout_error,         OutcomeUnknown, Unavailable",
        "409, conflict,              OutcomeUnknown, Unavailable",
        "410, not_found,             BadRequest,     Internal",
        "422, invalid_request_error, BadRequest,     Internal",
        "429, rate_limit_error,      RateLimited,    RateLimited",
        "500, server_error,          OutcomeUnknown, Unavailable",
        "502, server_error,          OutcomeUnknown, Unavailable",
        "503, service_unavailable,   Unavailable,    Unavailable",
        "504, server_error,          OutcomeUnknown, Unavailable"
    })
    void everyRowOfTheTableHasItsKindForASubmitAndForAQuestion(int http, String type, String submit, String question) {
        String body = ENVELOPE.formatted(type, http);

        for (int status : new int[] {http, 200}) {
            VendorAnswer answer = answer(status, body);
            assertThat(kind(errors.ofSubmit(answer, "m")))
                    .as("submit, HTTP " + status)
                    .isEqualTo(submit);
            assertThat(kind(errors.ofQuestion(answer)))
                    .as("question, HTTP " + status)
                    .isEqualTo(question);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, OutcomeUnknown, Unavailable",
        "301, BadRequest,     Unavailable",
        "400, BadRequest,     Unavailable",
        "401, Unauthorised,   Unauthorised",
        "403, Unauthorised,   Unauthorised",
        "404, BadRequest,     Unavailable",
        "410, BadRequest,     Unavailable",
        "429, RateLimited,    RateLimited",
        "500, OutcomeUnknown, Unavailable",
        "502, OutcomeUnknown, Unavailable",
        "503, Unavailable,    Unavailable",
        "504, OutcomeUnknown, Unavailable"
    })
    void aPageInsteadOfJsonIsReadByItsStatusAndNeverGivesASongUp(int http, String submit, String question) {
        assertThat(kind(errors.ofSubmit(answer(http, "<html></html>"), "m"))).isEqualTo(submit);
        assertThat(kind(errors.ofQuestion(answer(http, "<html></html>")))).isEqualTo(question);
    }

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorised",
        "402, OutOfCredit",
        "404, Unavailable",
        "410, Unavailable",
        "429, RateLimited",
        "500, Unavailable"
    })
    void whatIsSaidOfAnAccountOrALinkIsNeverTheEndOfASong(int http, String errand) {
        assertThat(kind(errors.ofErrand(answer(http, ENVELOPE.formatted("any", http)))))
                .isEqualTo(errand);
    }

    @Test
    void aWaitIsTheVendors() {
        VendorAnswer answer =
                new VendorAnswer(429, Optional.of(Duration.ofSeconds(9)), ENVELOPE.formatted("rate_limit_error", 429));

        assertThat(((RateLimited) errors.ofSubmit(answer, "m")).retryAfter()).contains(Duration.ofSeconds(9));
        assertThat(((RateLimited) errors.ofQuestion(answer)).retryAfter()).contains(Duration.ofSeconds(9));
    }

    @Test
    void theDetailHasTheVendorsWordsAndTheModelThatItDoesNotKnow() {
        assertThat(errors.ofSubmit(answer(404, ENVELOPE.formatted("model_not_found", 404)), "sonauto/v2/text-to-music")
                        .detail())
                .isEqualTo("HTTP 404: model_not_found · Oh no (asked for the model sonauto/v2/text-to-music)");
        assertThat(errors.ofSubmit(
                                answer(400, "{\"error\":{\"message\":\"No\",\"code\":400,\"param\":\"duration\"}}"),
                                "m")
                        .detail())
                .isEqualTo("HTTP 400: No · duration");
        assertThat(errors.ofQuestion(answer(502, "<html></html>")).detail()).isEqualTo("HTTP 502: no explanation");
    }

    private static VendorAnswer answer(int http, String body) {
        return new VendorAnswer(http, Optional.empty(), body);
    }

    private static String kind(ProviderFailure failure) {
        return failure.getClass().getSimpleName();
    }
}
