package dev.earworm.providers.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AimlapiAccountTest {
    private final AimlapiAccount account = new AimlapiAccount(new Redactor());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"current_balance":12.34,"currency":"USD"}   | $12.34
            {"current_balance":12.349,"currency":"USD"}  | $12.34
            {"current_balance":7}                        | $7.00
            {"current_balance":"0.5","currency":"usd"}   | $0.50
            {"current_balance":1.2E7,"currency":"USD"}   | $12000000.00
            {"current_balance":5,"currency":"EUR"}       | 5.00 EUR
            """)
    void theBalanceIsToldWithoutACentTooMuch(String body, String credit) {
        assertThat(status(200, body)).isEqualTo(new Usable(Optional.of(credit)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"current_balance\":null}", "{\"current_balance\":\"plenty\"}"})
    void anAccountWithoutABalanceCanBeUsed(String body) {
        assertThat(status(200, body)).isEqualTo(new Usable(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"current_balance":0,"currency":"USD"}                     | OutOfCredit
            200 | {"current_balance":-0.02,"currency":"USD"}                 | OutOfCredit
            401 | {"message":"This request requires a valid API key"}        | Unauthorised
            403 | {"message":"You've run out of credits. Please top up"}     | OutOfCredit
            200 | {"message":"You've run out of credits","statusCode":"403"} | OutOfCredit
            429 | {"message":"Too Many Requests"}                            | RateLimited
            500 | {"message":"Internal server error"}                        | Unavailable
            503 | <html>                                                     | Unavailable
            200 | <html>Welcome</html>                                       | Unavailable
            """)
    void anAccountThatCannotBeUsedTellsWhy(int http, String body, String kind) {
        assertThat(((Unusable) status(http, body)).failure().getClass().getSimpleName())
                .isEqualTo(kind);
    }

    private AccountStatus status(int http, String body) {
        return account.status(new VendorAnswer(http, Optional.empty(), body));
    }
}
