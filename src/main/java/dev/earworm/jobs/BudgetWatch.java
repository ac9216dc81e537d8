package dev.earworm.jobs;

import dev.earworm.quota.Account;
import dev.earworm.quota.Allowance;
import dev.earworm.quota.Allowances;
import dev.earworm.quota.BudgetWarnings;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Limit;
import dev.earworm.quota.NearCeiling;
import dev.earworm.quota.Payer;
import dev.earworm.quota.Period;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.quota.Spender;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when most of what a guild or the instance may spend is used up, and has that told, once for each ceiling and period;
 * one that was raised is another ceiling. It is written down before it is told and ticked off afterwards, so a crash in
 * between does not lose it, and what could not be told is tried again when the next song changes.
 */
public final class BudgetWatch implements JobListener {
    private static final Logger LOG = LoggerFactory.getLogger(BudgetWatch.class);
    private static final int NEAR_PERCENT = 80;

    private final QuotaLedger ledger;
    private final Allowances allowances;
    private final BudgetWarnings warnings;
    private final BudgetListener listener;
    private final InstantSource clock;
    private final Lock telling = new ReentrantLock();
    /** Something could not be told the last time. */
    private volatile boolean isOwed;

    public BudgetWatch(
            QuotaLedger ledger,
            Allowances allowances,
            BudgetWarnings warnings,
            BudgetListener listener,
            InstantSource clock) {
        this.ledger = ledger;
        this.allowances = allowances;
        this.warnings = warnings;
        this.listener = listener;
        this.clock = clock;
    }

    /** A song costs something from its acceptance on, and perhaps more once its provider has said how much. */
    @Override
    public void changed(Job job) {
        if (notes(job.account()) || isOwed) {
            Thread _ = Thread.ofVirtual().name("budget").start(this::tell);
        }
    }

    /** Whether a ceiling is near that was not before. */
    private boolean notes(Account account) {
        QuotaDay today = QuotaDay.of(clock.instant());
        Allowance allowance = allowances.of(Spender.as(account, Set.of()), Payer.INSTANCE, today);
        List<NearCeiling> news = new ArrayList<>();
        for (Pot pot : List.of(Pot.GUILD, Pot.INSTANCE)) {
            QuotaLimits limits = allowance.of(pot);
            List<Limit> ceilings = limits.set().stream().filter(Limit::isMoney).toList();
            if (!ceilings.isEmpty()) {
                QuotaUsage usage = ledger.usage(pot, account, today);
                ceilings.stream()
                        .map(limit -> ceiling(
                                pot, account.guild(), limit, limits.of(limit).orElseThrow(), today))
                        .filter(ceiling -> isNear(usage.of(ceiling.limit()), ceiling.amount()))
                        .filter(warnings::note)
                        .forEach(news::add);
            }
        }
        return !news.isEmpty();
    }

    /** Where nothing may be spent, nobody waits for it to run out. */
    private static boolean isNear(long used, long most) {
        return most > 0 && used >= Math.ceilDiv(Math.multiplyExact(most, NEAR_PERCENT), 100);
    }

    private static NearCeiling ceiling(Pot pot, GuildId guild, Limit limit, long amount, QuotaDay today) {
        Period period = limit.period().orElseThrow();
        return new NearCeiling(pot, pot == Pot.GUILD ? guild : GuildId.OUTSIDE, limit, amount, today.start(period));
    }

    /** Tells what is written down and was not told; of a period that is over nobody needs to hear. */
    public void tell() {
        telling.lock();
        try {
            isOwed = false;
            for (NearCeiling ceiling : warnings.untold()) {
                if (isOver(ceiling) || listener.tells(ceiling)) {
                    warnings.told(ceiling);
                } else {
                    isOwed = true;
                }
            }
        } catch (RuntimeException e) {
            isOwed = true;
            LOG.warn("that money runs out could not be told; trying again later", e);
        } finally {
            telling.unlock();
        }
    }

    private boolean isOver(NearCeiling ceiling) {
        QuotaDay today = QuotaDay.of(clock.instant());
        Optional<Period> period = ceiling.limit().period();
        return !period.map(today::start).equals(Optional.of(ceiling.since()));
    }
}
