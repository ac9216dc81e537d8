package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanSection;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.ContentRefused;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.Suggestion;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's table of errors, in the JSON that it sends. */
class ElevenLabsErrorsTest {
    private static final String BAD_PROMPT = """
            {"detail":{"status":"bad_prompt",
              "message":"Your prompt appears to have violated our Terms of Service. Please try again with a different prompt.",
              "data":{"prompt_suggestion":" A song in the style of sixties beat music "}}}""";

    private static final String TOO_MANY = """
            {"detail":{"type":"rate_limit_error","code":"concurrent_limit_exceeded",
              "message":"Too many concurrent requests. Your current subscription is associated with a maximum of %s concurrent requests (running in parallel).",
              "status":"too_many_concurrent_requests","request_id":"r1",
              "docs_url":"https://elevenlabs.io/docs/eleven-api/resources/errors#rate-limiting-and-concurrency"}}""";

    private final ElevenLabsErrors errors = new ElevenLabsErrors(new Redactor("hunter2"));

    /** HTTP status, then type, code and legacy status, each as seen somewhere. */
    @ParameterizedTest
    @CsvSource({
        "400, ,                     ,                          bad_prompt,                  ContentRefused",
        "400, validation_error,     bad_request,               bad_prompt,                  ContentRefused",
        "400, ,                     bad_request,               bad_composition_plan,        ContentRefused",
        "400, validation_error,     invalid_request,           ,                            BadRequest",
        "401, authentication_error, unauthorized,              invalid_api_key,             Unauthorised",
        "401, authentication_error, unauthorized,              missing_permissions,         Unauthorised",
        "401, ,                     ,                          quota_exceeded,              OutOfCredit",
        "401, authentication_error, unauthorized,              quota_exceeded,              OutOfCredit",
        "402, payment_required,     insufficient_credits,      ,                            OutOfCredit",
        "402, payment_required,     paid_plan_required,        payment_required,            OutOfCredit",
        "402, ,                     ,                          limited_access,              OutOfCredit",
        "403, ,                     ,                          limited_access,              OutOfCredit",
        "403, authorization_error,  feature_not_available,     ,                            OutOfCredit",
        "403, authorization_error,  subscription_required,     ,                            OutOfCredit",
        "403, authorization_error,  model_access_denied,       ,                            Unauthorised",
        "404, not_found,            model_not_found,           ,                            BadRequest",
        "404, not_found,            song_not_found,            ,                            BadRequest",
        "409, conflict,             ,                          ,                            BadRequest",
        "413, ,                     ,                          ,                            BadRequest",
        "429, rate_limit_error,     concurrent_limit_exceeded, too_many_concurrent_requests, RateLimited",
        "429, rate_limit_error,     rate_limit_exceeded,       ,                            RateLimited",
        "429, rate_limit_error,     system_busy,               system_busy,                 RateLimited",
        "503, ,                     ,                          system_busy,                 RateLimited",
        "500, internal_error,       ,                          ,                            OutcomeUnknown",
        "502, ,                     ,                          ,                            OutcomeUnknown",
        "504, ,                     ,                          ,                            OutcomeUnknown",
        "524, ,                     ,                          ,                            OutcomeUnknown",
        "503, service_unavailable,  ,                          ,                            Unavailable",
        "503, ,                     maintenance,               ,                            Unavailable",
        "408, ,                     ,                          ,                            Unavailable",
        "307, ,                     ,                          ,                            BadRequest"
    })
    void everyRowOfTheTableHasItsKind(int http, String type, String code, String status, String expected) {
        String body = """
                {"detail":{"type":%s,"code":%s,"status":%s,"message":"No."}}""".formatted(quoted(type), quoted(code), quoted(status));

        assertThat(kind(failure(http, body))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequest",
        "401, Unauthorised",
        "402, OutOfCredit",
        "403, Unauthorised",
        "404, BadRequest",
        "422, BadRequest",
        "429, RateLimited",
        "500, OutcomeUnknown",
        "503, Unavailable"
    })
    void theStatusAloneIsEnoughWhateverTheBodyIs(int http, String expected) {
        for (String body : new String[] {
            "", "<html>Bad Gateway</html>", "null", "[]", "7", "{}", "{\"detail\":null}", "{\"detail\":\"text\"}"
        }) {
            assertThat(kind(failure(http, body))).as(body).isEqualTo(expected);
        }
    }

    @Test
    void aRefusedPromptBringsTheVendorsSuggestion() {
        assertThat(failure(400, BAD_PROMPT))
                .isInstanceOfSatisfying(
                        ContentRefused.class,
                        refused -> assertThat(refused.suggestion())
                                .contains(new Suggestion.OtherPrompt("A song in the style of sixties beat music")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"chunks\":[{\"text\":\"[Verse]\\nFlow on\",\"duration_ms\":15000,\"positive_styles\":[]}]}",
                "{\"positive_global_styles\":[],\"negative_global_styles\":[],\"sections\":[{\"section_name\":\"Verse\",\"positive_local_styles\":[],\"negative_local_styles\":[],\"duration_ms\":15000,\"lines\":[\"Flow on\"]}]}"
            })
    void aRefusedPlanBringsTheVendorsSuggestionInEitherShapeAndAlsoAsAText(String plan) {
        String body = """
                {"detail":{"code":"bad_request","status":"bad_composition_plan","message":"No.",
                  "data":{"composition_plan_suggestion":%s}}}""";
        CompositionPlan expected = new CompositionPlan(
                List.of(),
                List.of(),
                List.of(PlanSection.of("Verse", Duration.ofSeconds(15), List.of(), List.of("Flow on"))));

        for (String json : new String[] {
            body.formatted(plan), body.formatted(TextNode.valueOf(plan).toString())
        }) {
            assertThat(failure(400, json))
                    .isInstanceOfSatisfying(
                            ContentRefused.class,
                            refused -> assertThat(refused.suggestion()).contains(new Suggestion.OtherPlan(expected)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"detail\":{\"status\":\"bad_prompt\",\"message\":\"No.\"}}",
                "{\"detail\":{\"status\":\"bad_prompt\",\"data\":null}}",
                "{\"detail\":{\"status\":\"bad_prompt\",\"data\":{\"prompt_suggestion\":\"  \"}}}",
                "{\"detail\":{\"status\":\"bad_prompt\",\"data\":{\"prompt_suggestion\":null}}}",
                "{\"detail\":{\"status\":\"bad_composition_plan\",\"data\":{\"composition_plan_suggestion\":{}}}}",
                "{\"detail\":{\"status\":\"bad_composition_plan\",\"data\":{\"composition_plan_suggestion\":\"x\"}}}",
                "{\"detail\":{\"status\":\"bad_composition_plan\",\"data\":\"{}\"}}"
            })
    void aRefusalWithoutAUsableSuggestionHasNone(String body) {
        assertThat(failure(400, body))
                .isInstanceOfSatisfying(
                        ContentRefused.class,
                        refused -> assertThat(refused.suggestion()).isEmpty());
    }

    @Test
    void tooManySongsAtOnceTeachesHowManyAreAllowed() {
        assertThat(failure(429, TOO_MANY.formatted("4"))).isInstanceOfSatisfying(RateLimited.class, limited -> {
            assertThat(limited.concurrentSongs()).isEqualTo(OptionalInt.of(4));
            assertThat(limited.retryAfter()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "several", "99999999999"})
    void aNumberThatMakesNoSenseTeachesNothing(String number) {
        assertThat(failure(429, TOO_MANY.formatted(number)))
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        limited -> assertThat(limited.concurrentSongs()).isEmpty());
    }

    @Test
    void aWaitIsTakenWhereTheVendorNamesOne() {
        VendorAnswer answer = new VendorAnswer(429, Optional.of(Duration.ofSeconds(5)), TOO_MANY.formatted("2"));

        assertThat(((RateLimited) errors.failure(answer)).retryAfter()).contains(Duration.ofSeconds(5));
    }

    @Test
    void fieldErrorsNameThePlaceAndNotTheMembersText() {
        String body = """
                {"detail":[{"type":"string_too_long","loc":["body","prompt"],
                  "msg":"String should have at most 4100 characters","input":"my private words","ctx":{"max_length":4100}},
                 {"type":"missing","loc":["body","sections",0],"msg":"Field required"}]}""";

        assertThat(failure(422, body))
                .isEqualTo(
                        new BadRequest(
                                "HTTP 422: body.prompt: String should have at most 4100 characters; body.sections.0: Field required"));
    }

    @Test
    void theDetailHasTheVendorsWordsAndItsRequestId() {
        assertThat(failure(429, TOO_MANY.formatted("4")).detail())
                .startsWith("HTTP 429: ")
                .contains("concurrent_limit_exceeded", "maximum of 4", "r1");
        assertThat(failure(400, "{\"detail\":\"Odd\\nrequest hunter2\"}").detail())
                .isEqualTo("HTTP 400: Odd request [hidden]");
    }

    private ProviderFailure failure(int http, String body) {
        return errors.failure(new VendorAnswer(http, Optional.empty(), body));
    }

    private static String kind(ProviderFailure failure) {
        return failure.getClass().getSimpleName();
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
