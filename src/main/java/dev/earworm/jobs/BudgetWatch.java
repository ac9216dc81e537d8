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
 * Notices when most of what a guild or the instance may spend is used up, and has that told, once for each ceiling and period.
 * It is written down before it is told and ticked off afterwards, so a crash in between does not lose it.
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
        if (notes(job.account())) {
            Thread _ = Thread.ofVirtual().name("budget").start(this::tell);
        }
    }

    /** Whether a ceiling is near that was not before. */
    private boolean notes(Account account) {
        QuotaDay today = QuotaDay.of(clock.instant());
        Allowance allowance = allowances.of(Spender.as(account, Set.of()), Payer.INSTANCE, today);
        List<NearCeiling> news = new ArrayList<>();
        for (Pot pot : List.of(Pot.GUILD, Pot.INSTANCE)) {
            List<Limit> ceilings =
                    allowance.of(pot).set().stream().filter(Limit::isMoney).toList();
            if (!ceilings.isEmpty()) {
                QuotaUsage usage = ledger.usage(pot, account, today);
                ceilings.stream()
                        .filter(limit -> isNear(
                                usage.of(limit), allowance.of(pot).of(limit).orElseThrow()))
                        .map(limit -> near(pot, account.guild(), limit, today))
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

    private static NearCeiling near(Pot pot, GuildId guild, Limit limit, QuotaDay today) {
        Period period = limit.period().orElseThrow();
        return new NearCeiling(pot, pot == Pot.GUILD ? guild : GuildId.OUTSIDE, limit, today.start(period));
    }

    /** Tells what is written down and was not told; of a period that is over nobody needs to hear. */
    public void tell() {
        telling.lock();
        try {
            warnings.untold().stream()
                    .filter(ceiling -> isOver(ceiling) || listener.tells(ceiling))
                    .forEach(warnings::told);
        } catch (RuntimeException e) {
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
