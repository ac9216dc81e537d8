package dev.earworm.providers.apiframe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendor's table of errors. */
class ApiframeErrorsTest {
    private final ApiframeErrors errors = new ApiframeErrors(new Redactor("afk_secret"));

    @ParameterizedTest
    @CsvSource({
        "400, Validation failed,                        BadRequest,     Internal",
        "400, Prompt violates our content policy,       ContentRefused, Internal",
        "401, Unauthorized,                             Unauthorised,   Unauthorised",
        "402, Insufficient credits,                     OutOfCredit,    Unavailable",
        "403, API key is inactive,                      Unauthorised,   Unauthorised",
        "404, Not found,                                BadRequest,     Internal",
        "408, Request timeout,                          Unavailable,    Unavailable",
        "409, Idempotency key reused with another body, OutcomeUnknown, Unavailable",
        "413, Too large,                                BadRequest,     Unavailable",
        "429, Too many requests,                        RateLimited,    RateLimited",
        "500, Internal server error,                    OutcomeUnknown, Unavailable",
        "502, Bad gateway,                              OutcomeUnknown, Unavailable",
        "503, Queue unavailable,                        Unavailable,    Unavailable",
        "504, Gateway timeout,                          OutcomeUnknown, Unavailable",
        "301, Moved,                                    BadRequest,     Unavailable"
    })
    void everyRowOfTheTableHasItsKindForASubmitAndForAPoll(int http, String message, String submit, String poll) {
        VendorAnswer answer = answer(http, "{\"error\":\"%s\"}".formatted(message));

        assertThat(kind(errors.ofSubmit(answer))).isEqualTo(submit);
        assertThat(kind(errors.ofPoll(answer))).isEqualTo(poll);
        assertThat(errors.ofSubmit(answer).detail()).isEqualTo("HTTP " + http + ": " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "200, OutcomeUnknown, Unavailable",
        "202, OutcomeUnknown, Unavailable",
        "400, BadRequest,     Unavailable",
        "401, Unauthorised,   Unauthorised",
        "403, Unauthorised,   Unavailable",
        "404, BadRequest,     Unavailable",
        "502, OutcomeUnknown, Unavailable",
        "503, Unavailable,    Unavailable"
    })
    void aPageInsteadOfJsonIsReadByItsStatusAndNeverGivesUpASong(int http, String submit, String poll) {
        assertThat(kind(errors.ofSubmit(answer(http, "<html></html>")))).isEqualTo(submit);
        assertThat(kind(errors.ofPoll(answer(http, "<html></html>")))).isEqualTo(poll);
        assertThat(errors.ofPoll(answer(http, "<html></html>")).detail())
                .isEqualTo("HTTP " + http + ": no explanation");
    }

    @Test
    void theOperatorReadsWhichFieldWasWrong() {
        VendorAnswer answer = answer(400, """
                {"error":"Validation failed","details":{"prompt":["Too long","Too odd"],
                 "sunoParams":["Unrecognized key: webhook_url"],"odd":"text"}}""");

        assertThat(errors.ofSubmit(answer).detail())
                .isEqualTo("HTTP 400: Validation failed; prompt: Too long, Too odd;"
                        + " sunoParams: Unrecognized key: webhook_url; odd: text");
    }

    @Test
    void theOperatorReadsHowManyCreditsAreMissing() {
        VendorAnswer answer = answer(402, """
                {"error":"Insufficient credits","creditsRequired":20,"creditsAvailable":3}""");

        assertThat(errors.ofSubmit(answer))
                .isEqualTo(new OutOfCredit("HTTP 402: Insufficient credits; creditsRequired 20; creditsAvailable 3"));
    }

    @Test
    void theWaitThatTheVendorAsksForIsKept() {
        VendorAnswer answer = new VendorAnswer(429, Optional.of(Duration.ofSeconds(7)), "{\"error\":\"slow down\"}");

        assertThat(errors.ofPoll(answer))
                .isEqualTo(new RateLimited(
                        "HTTP 429: slow down", Optional.of(Duration.ofSeconds(7)), OptionalInt.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":null} | no explanation",
                "{\"error\":{\"message\":\"nested\"}} | nested",
                "{\"error\":\"with afk_secret inside\"} | with [hidden] inside",
                "{\"details\":null} | no explanation",
                "[] | no explanation"
            })
    void anEnvelopeOfAnotherShapeIsReadAsFarAsItGoes(String body, String message) {
        assertThat(errors.ofSubmit(answer(400, body)).detail()).isEqualTo("HTTP 400: " + message);
    }

    private static VendorAnswer answer(int http, String body) {
        return new VendorAnswer(http, Optional.empty(), body);
    }

    private static String kind(ProviderFailure failure) {
        return failure.getClass().getSimpleName();
    }
}
