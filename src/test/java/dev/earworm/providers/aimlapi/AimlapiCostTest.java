package dev.earworm.providers.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.Usd;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AimlapiCostTest {
    private static final Headers NONE = Headers.of();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"credits_used":120000,"usd_spent":0.06}    | 0.06
            {"credits_used":390000,"usd_spent":0.195}   | 0.195
            {"credits_used":390000}                     | 0.195
            {"credits_used":"390000","usd_spent":null}  | 0.195
            {"usd_spent":"0.001240000"}                 | 0.00124
            {"usd_spent":6.0E-5}                        | 0.00006
            {"usd_spent":0.0000001}                     | 0.000001
            """)
    void theJobTellsWhatItWasChargedInDollarsOrInCredits(String usage, String dollars) throws JsonProcessingException {
        assertThat(AimlapiCost.of(NONE, new JsonMapper().readTree("{\"meta\":{\"usage\":" + usage + "}}")))
                .contains(Usd.of(dollars));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"meta\":null}",
                "{\"meta\":{\"usage\":null}}",
                "{\"meta\":{\"usage\":{\"usd_spent\":0,\"credits_used\":0}}}",
                "{\"meta\":{\"usage\":{\"usd_spent\":-1}}}",
                "{\"meta\":{\"usage\":{\"usd_spent\":\"a lot\"}}}",
                "{\"meta\":{\"usage\":{\"usd_spent\":\"1E+999999999\"}}}",
                "{\"meta\":{\"usage\":{\"usd_spent\":\"1E-999999999\"}}}",
                "{\"meta\":{\"usage\":{\"usd_spent\":\"999999999E9\"}}}",
                "[]"
            })
    void whatIsNoChargeIsNothingSaid(String answer) throws JsonProcessingException {
        assertThat(AimlapiCost.of(NONE, new JsonMapper().readTree(answer))).isEmpty();
    }

    @Test
    void theHeadersTellItWhereTheJobDoesNot() {
        Headers dollars = Headers.of("X-Aimlapi-Usd-Spent", "0.195000000", "x-aimlapi-credits-used", "1");
        Headers credits = Headers.of("x-aimlapi-credits-used", "120000");

        assertThat(AimlapiCost.of(dollars, new JsonMapper().createObjectNode())).contains(Usd.of("0.195"));
        assertThat(AimlapiCost.of(credits, new JsonMapper().createObjectNode())).contains(Usd.of("0.06"));
    }
}
