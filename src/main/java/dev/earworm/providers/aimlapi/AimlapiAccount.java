package dev.earworm.providers.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what is left: {@code {"current_balance":123.45,"currency":"USD"}}
 * (https://docs.aimlapi.com/api-references/service-endpoints/account-balance).
 */
final class AimlapiAccount {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,18})?([eE]-?\\d)?");

    private final AimlapiErrors errors;

    AimlapiAccount(Redactor redactor) {
        this.errors = new AimlapiErrors(redactor);
    }

    AccountStatus status(VendorAnswer answer) {
        JsonNode json = answer.json();
        if (!errors.saysSuccess(answer) || !json.isObject()) {
            return new Unusable(errors.ofAccount(answer));
        }
        String balance = json.path("current_balance").asText("").strip();
        if (!NUMBER.matcher(balance).matches()) {
            return new Usable(Optional.empty());
        }
        BigDecimal left = new BigDecimal(balance);
        return left.signum() > 0
                ? new Usable(Optional.of(shown(left, json.path("currency").asText("USD"))))
                : new Unusable(new OutOfCredit("the balance is " + left.toPlainString()));
    }

    /** Rounded down: nobody shall be told of a cent that is not there. */
    private static String shown(BigDecimal left, String currency) {
        String amount = left.setScale(2, RoundingMode.DOWN).toPlainString();
        return currency.equalsIgnoreCase("USD") ? "$" + amount : amount + " " + currency;
    }
}
