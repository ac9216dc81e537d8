package dev.earworm.providers.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.ContentRefused;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's table of errors, in both envelopes. */
class AimlapiErrorsTest {
    private static final String OLDER = """
            {"message":"%s","path":"/v2/generate/audio","requestId":"r1","statusCode":%s,"timestamp":"2026-08-30"}""";
    private static final String PROBLEM = """
            {"title":"Oops","status":%s,"message":"%s","instance":"/v2/generate/audio","requestId":"r1",
             "timestamp":"2026-08-30","error":{"name":"Name","message":"Reason"}}""";

    private final AimlapiErrors errors = new AimlapiErrors(new Redactor());

    @ParameterizedTest
    @CsvSource({
        "400, Body validation error,                   BadRequest,     Internal",
        "401, This request requires a valid API key,   Unauthorised,   Unauthorised",
        "402, Payment required,                        OutOfCredit,    Unavailable",
        "403, You've run out of credits. Please top up, OutOfCredit,   Unavailable",
        "404, Not found,                               BadRequest,     Internal",
        "408, Request timeout,                         Unavailable,    Unavailable",
        "422, Unprocessable,                           BadRequest,     Internal",
        "429, Too Many Requests,                       RateLimited,    RateLimited",
        "500, Internal server error,                   OutcomeUnknown, Unavailable",
        "500, The model is under maintenance,          Unavailable,    Unavailable",
        "502, Bad gateway,                             OutcomeUnknown, Unavailable",
        "503, Service unavailable,                     Unavailable,    Unavailable",
        "504, Generation timeout,                      OutcomeUnknown, Unavailable",
        "301, Moved,                                   BadRequest,     Unavailable"
    })
    void everyRowOfTheTableHasItsKindForASubmitAndForAPoll(int http, String message, String submit, String poll) {
        for (String body : new String[] {
            OLDER.formatted(message, http),
            OLDER.formatted(message, "\"" + http + "\""),
            PROBLEM.formatted(http, message)
        }) {
            assertThat(kind(errors.ofSubmit(answer(http, body)))).as(body).isEqualTo(submit);
            assertThat(kind(errors.ofPoll(answer(http, body)))).as(body).isEqualTo(poll);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content policy violation",
                "Your prompt was rejected by our safety system",
                "The lyrics are copyrighted",
                "input new_sensitive",
                "blocked by moderation",
                "This violates our Terms of Service",
                "NSFW"
            })
    void aRefusalIsFreeTextAndReadAsOneWithoutASuggestion(String message) throws JsonProcessingException {
        JsonNode job = new JsonMapper().readTree("""
                {"id":"x","status":"error","error":{"name":"GenerationError","message":"%s"}}""".formatted(message));

        assertThat(errors.ofSong(job)).isInstanceOfSatisfying(ContentRefused.class, refused -> {
            assertThat(refused.suggestion()).isEmpty();
            assertThat(refused.detail()).isEqualTo("the song failed: GenerationError · " + message);
        });
        for (int status : new int[] {400, 422, 500}) {
            assertThat(kind(errors.ofSubmit(answer(status, OLDER.formatted(message, status)))))
                    .isEqualTo("ContentRefused");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"upstream said no", "model names are case-sensitive", "case sensitive", "insensitive"})
    void everyOtherFailureIsTheVendorsOwn(String message) throws JsonProcessingException {
        JsonNode job = new JsonMapper().readTree("{\"status\":\"error\",\"error\":\"%s\"}".formatted(message));

        assertThat(errors.ofSong(job)).isEqualTo(new Internal("the song failed: " + message));
    }

    @Test
    void theMembersOwnWordsInAComplaintAboutAFieldAreNoRefusal() {
        String body = OLDER.formatted("Body validation error. Expected number, received 'a sensitive policy'", 400);

        assertThat(kind(errors.ofSubmit(answer(400, body)))).isEqualTo("BadRequest");
    }

    @ParameterizedTest
    @CsvSource({"429", "\"429\""})
    void anEnvelopeOfFailureUnderHttpSuccessCountsAsTheFailure(String statusCode) {
        String body = OLDER.formatted("Too Many Requests", statusCode);

        assertThat(kind(errors.ofSubmit(answer(200, body)))).isEqualTo("RateLimited");
        assertThat(kind(errors.ofPoll(answer(200, body)))).isEqualTo("RateLimited");
    }

    @ParameterizedTest
    @CsvSource({
        "200, OutcomeUnknown, Unavailable",
        "403, Unauthorised,   Unavailable",
        "400, BadRequest,     Unavailable",
        "404, BadRequest,     Unavailable",
        "410, BadRequest,     Unavailable",
        "502, OutcomeUnknown, Unavailable"
    })
    void aPageInsteadOfJsonIsReadByItsStatusAndSaysNothingOfASong(int http, String submit, String poll) {
        assertThat(kind(errors.ofSubmit(answer(http, "<html></html>")))).isEqualTo(submit);
        assertThat(kind(errors.ofPoll(answer(http, "<html></html>")))).isEqualTo(poll);
    }

    @Test
    void theDetailHasTheVendorsWordsOfEitherEnvelope() {
        assertThat(errors.ofSubmit(answer(400, OLDER.formatted("Expected string", "400")))
                        .detail())
                .isEqualTo("HTTP 400: Expected string");
        assertThat(errors.ofSubmit(answer(400, PROBLEM.formatted("400", "Expected string")))
                        .detail())
                .isEqualTo("HTTP 400: Oops · Name · Expected string · Reason");
        assertThat(errors.ofSubmit(answer(502, "<html></html>")).detail()).isEqualTo("HTTP 502: no explanation");
    }

    private static VendorAnswer answer(int http, String body) {
        return new VendorAnswer(http, Optional.empty(), body);
    }

    private static String kind(ProviderFailure failure) {
        return failure.getClass().getSimpleName();
    }
}
