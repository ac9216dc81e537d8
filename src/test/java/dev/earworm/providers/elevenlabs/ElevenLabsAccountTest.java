package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderFailure.Unavailable;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsAccountTest {
    private static final String SUBSCRIPTION = """
            {"tier":"creator","character_count":%s,"character_limit":100000,"max_character_limit_extension":null,
             "max_credit_limit_extension":%s,"can_extend_character_limit":false,
             "allowed_to_extend_character_limit":false,"next_character_count_reset_unix":1738356858,
             "voice_slots_used":1,"voice_limit":120,"currency":"usd","current_overage":{"amount":"0","currency":"usd"},
             "status":"active","billing_period":"monthly_period"}""";

    private final VendorDesk vendor = new VendorDesk();

    @AfterEach
    void closeVendor() {
        vendor.close();
    }

    @Test
    void whatIsLeftIsSaid() {
        vendor.answers(200, SUBSCRIPTION.formatted("17231", "0"));

        assertThat(account()).isEqualTo(new Usable(Optional.of("82769 of 100000 credits left, tier creator")));
        RecordedRequest request = vendor.nextRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v1/user/subscription HTTP/1.1");
        assertThat(request.getHeaders().get("xi-api-key")).isEqualTo(VendorDesk.API_KEY);
    }

    @ParameterizedTest
    @CsvSource({"100000, 0", "100001, 0", "100500, 400", "100000, null", "100000, '\"none\"'"})
    void anEmptyAccountIsOutOfCredit(String used, String extension) {
        vendor.answers(200, SUBSCRIPTION.formatted(used, extension));

        assertThat(account()).isEqualTo(new Unusable(new OutOfCredit("0 of 100000 credits left, tier creator")));
    }

    @ParameterizedTest
    @CsvSource({"100000, '\"unlimited\"'", "123456, '\"unlimited\"'", "100500, 10000"})
    void anEmptyAccountThatIsBilledByUseIsNot(String used, String extension) {
        vendor.answers(200, SUBSCRIPTION.formatted(used, extension));

        assertThat(account())
                .isEqualTo(new Usable(Optional.of("0 of 100000 credits left, tier creator, more are billed by use")));
    }

    @Test
    void anAccountThatPaysNothingIsToldWhatItLacks() {
        vendor.answers(200, """
                {"tier":"free","character_count":0,"character_limit":10000,"status":"free"}""");

        assertThat(account())
                .isEqualTo(
                        new Usable(Optional.of("10000 of 10000 credits left, tier free, and music needs a paid one")));
    }

    @Test
    void anOlderAnswerSaysByAFlagThatUseIsBilled() {
        vendor.answers(200, """
                {"tier":"pro","character_count":500,"character_limit":500,"allowed_to_extend_character_limit":true}""");

        assertThat(account()).isInstanceOf(Usable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"tier\":\"pro\"}", "{\"character_count\":\"many\",\"character_limit\":null}"})
    void anAnswerWithoutFiguresLeavesTheCreditOpen(String json) {
        vendor.answers(200, json);

        assertThat(account()).isEqualTo(new Usable(Optional.empty()));
    }

    @Test
    void aKeyThatMayNotReadItsAccountMakesSongsAllTheSame() {
        vendor.answers(401, """
                {"detail":{"type":"authentication_error","code":"unauthorized","status":"missing_permissions",
                 "message":"The API key you used is missing the permission user_read to execute this operation."}}""");

        assertThat(account()).isEqualTo(new Usable(Optional.empty()));
    }

    @Test
    void aWrongKeyIsSaidToBe() {
        vendor.answers(401, """
                {"detail":{"type":"authentication_error","code":"unauthorized","status":"invalid_api_key",
                 "message":"Invalid API key %s"}}""".formatted(VendorDesk.API_KEY));

        assertThat(failure()).isInstanceOf(Unauthorised.class);
    }

    @Test
    void whatTheVendorCannotSayNowIsNotHeldAgainstTheKey() {
        vendor.answers(500, "");
        vendor.answers(502, "<html>");
        vendor.answers(503, "");
        vendor.answers(200, "<html>Sign in</html>");

        for (int i = 0; i < 4; i++) {
            assertThat(failure()).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void whereThereIsMusicAndNoAccountsAPlanTellsWhetherTheKeyWorks() {
        vendor.answers(404, "{\"detail\":\"Not Found\"}");
        vendor.answers(200, "{\"chunks\":[]}");

        assertThat(account()).isEqualTo(new Usable(Optional.empty()));
        vendor.nextRequest();
        RecordedRequest plan = vendor.nextRequest();
        assertThat(plan.getRequestLine()).isEqualTo("POST /v1/music/plan HTTP/1.1");
        assertThat(Objects.requireNonNull(plan.getBody()).utf8()).isEqualTo("""
                        {"prompt":"a calm piano","music_length_ms":10000,"model_id":"music_v2"}""");
    }

    @Test
    void aWrongKeyIsSaidToBeByAPlanToo() {
        vendor.answers(405, "");
        vendor.answers(401, "{\"detail\":{\"status\":\"invalid_api_key\",\"message\":\"Invalid API key\"}}");

        assertThat(failure()).isInstanceOf(Unauthorised.class);
    }

    @Test
    void anAddressWithoutMusicIsNotTheVendors() {
        vendor.answers(404, "{\"detail\":\"Not Found\"}");
        vendor.answers(404, "{\"detail\":\"Not Found\"}");

        assertThat(failure()).isEqualTo(new BadRequest("HTTP 404: Not Found"));
    }

    private AccountStatus account() {
        return vendor.provider().account();
    }

    private ProviderFailure failure() {
        return ((Unusable) account()).failure();
    }
}
