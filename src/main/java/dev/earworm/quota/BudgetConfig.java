package dev.earworm.quota;

import dev.earworm.music.Usd;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What songs may cost the operator, all guilds and members together. Without a figure there is no ceiling.
 *
 * @param dailyUsd US dollars per day (UTC); 0 or more
 * @param monthlyUsd US dollars per month (UTC); 0 or more
 */
public record BudgetConfig(Optional<BigDecimal> dailyUsd, Optional<BigDecimal> monthlyUsd) {
    public static final BudgetConfig NONE = new BudgetConfig(Optional.empty(), Optional.empty());

    public QuotaLimits limits() {
        QuotaLimits daily = with(QuotaLimits.UNLIMITED, Limit.DAILY_USD, dailyUsd);
        return with(daily, Limit.MONTHLY_USD, monthlyUsd);
    }

    private static QuotaLimits with(QuotaLimits limits, Limit limit, Optional<BigDecimal> dollars) {
        return dollars.map(amount -> limits.with(limit, Usd.of(amount).micros()))
                .orElse(limits);
    }
}
