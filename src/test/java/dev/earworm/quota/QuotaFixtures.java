package dev.earworm.quota;

import dev.earworm.music.Usd;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Usage and limits for tests. */
public final class QuotaFixtures {
    private QuotaFixtures() {}

    /** What was had today, and nothing before. */
    public static QuotaUsage used(long songs, long seconds, long concurrent) {
        return used(songs, seconds, Usd.ZERO, concurrent);
    }

    public static QuotaUsage used(long songs, long seconds, Usd money, long concurrent) {
        return new QuotaUsage(Map.of(
                Limit.DAILY_SONGS, songs,
                Limit.WEEKLY_SONGS, songs,
                Limit.MONTHLY_SONGS, songs,
                Limit.DAILY_SECONDS, seconds,
                Limit.WEEKLY_SECONDS, seconds,
                Limit.MONTHLY_SECONDS, seconds,
                Limit.DAILY_USD, money.micros(),
                Limit.MONTHLY_USD, money.micros(),
                Limit.CONCURRENT_SONGS, concurrent));
    }

    /** As an operator sets them. */
    public static QuotaLimits limits(int dailySongs, int dailySeconds, int concurrentSongs) {
        return new QuotaConfig(dailySongs, dailySeconds, concurrentSongs).limits();
    }

    public static QuotaLimits only(Limit limit, long amount) {
        return QuotaLimits.UNLIMITED.with(limit, amount);
    }

    /** At no price that anybody knows. */
    public static Claim claim(int seconds) {
        return new Claim(seconds, Optional.empty(), Payer.INSTANCE);
    }

    public static Claim claim(int seconds, String dollars) {
        return new Claim(seconds, Optional.of(Usd.of(dollars)), Payer.INSTANCE);
    }

    /** Rules and grants of nobody. */
    public static Allowances allowances(QuotaLedger ledger, QuotaLimits configured) {
        QuotaRules none = new QuotaRules() {
            @Override
            public List<QuotaRule> of(GuildId guild) {
                return List.of();
            }

            @Override
            public void set(GuildId guild, QuotaRule rule) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean clear(GuildId guild, Holder holder, Limit limit) {
                throw new UnsupportedOperationException();
            }
        };
        QuotaGrants nothing = new QuotaGrants() {
            @Override
            public void add(Grant grant) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Grant> of(Account account, QuotaDay today) {
                return List.of();
            }
        };
        return new Allowances(ledger, none, nothing, configured, QuotaLimits.UNLIMITED);
    }
}
