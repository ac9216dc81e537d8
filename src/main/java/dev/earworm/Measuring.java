package dev.earworm;

import dev.earworm.discord.DiscordConnection;
import dev.earworm.discord.DiscordObserver;
import dev.earworm.music.Usd;
import dev.earworm.ops.Health;
import dev.earworm.ops.HealthCheck;
import dev.earworm.ops.metrics.DiscordMetrics;
import dev.earworm.ops.metrics.Metrics;
import dev.earworm.quota.Account;
import dev.earworm.quota.BudgetConfig;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Brings parts that know nothing of figures together with those who count. */
final class Measuring {
    /** The pot of the whole instance is nobody's in particular. */
    private static final Account NOBODY = new Account(GuildId.OUTSIDE, new UserId(0));

    private Measuring() {}

    static void discord(DiscordMetrics metrics, DiscordConnection connection) {
        connection.watchedBy(new DiscordObserver() {
            @Override
            public void answered(String resource, int status, Duration took) {
                metrics.answered(resource, status, took);
            }

            @Override
            public void disconnected() {
                metrics.disconnected();
            }
        });
        metrics.gateway(
                () -> connection.gateway().shards(),
                () -> connection.gateway().connected(),
                () -> connection
                        .gateway()
                        .ping()
                        .map(ping -> ping.toMillis() / 1000.0)
                        .orElse(Double.NaN));
    }

    /** What all guilds together cost the operator. */
    static void budget(Metrics metrics, QuotaLedger ledger, BudgetConfig budget, InstantSource clock) {
        Map.of("day", Limit.DAILY_USD, "month", Limit.MONTHLY_USD).forEach((period, limit) -> {
            OptionalLong ceiling = budget.limits().of(limit);
            metrics.budget(
                    period,
                    () -> dollars(ledger.usage(Pot.INSTANCE, NOBODY, QuotaDay.of(clock.instant()))
                            .of(limit)),
                    ceiling.isPresent() ? dollars(ceiling.getAsLong()) : Double.NaN);
        });
    }

    private static double dollars(long micros) {
        return new Usd(micros).dollars().doubleValue();
    }

    static void readiness(Metrics metrics, List<HealthCheck> checks) {
        checks.forEach(check -> metrics.readiness(check.name(), () -> check.check() instanceof Health.Well));
    }
}
