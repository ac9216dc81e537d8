package dev.earworm.config;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** An amount of US dollars, exact to a millionth. */
record DollarsFormat() implements ValueFormat<BigDecimal> {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    @Override
    public Parsed<BigDecimal> parse(String text) {
        return AMOUNT.matcher(text).matches()
                ? new Accepted<>(new BigDecimal(text))
                : new Refused<>("allowed is an amount of US dollars, as 25 or 2.50");
    }
}
