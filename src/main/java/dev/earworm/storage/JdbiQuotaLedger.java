package dev.earworm.storage;

import dev.earworm.music.JobId;
import dev.earworm.music.Usd;
import dev.earworm.quota.Account;
import dev.earworm.quota.Allowance;
import dev.earworm.quota.Charge;
import dev.earworm.quota.Claim;
import dev.earworm.quota.Measure;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaDecision;
import dev.earworm.quota.QuotaDecision.PriceUnknown;
import dev.earworm.quota.QuotaDecision.QuotaExceeded;
import dev.earworm.quota.QuotaDecision.Reserved;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaPolicy;
import dev.earworm.quota.QuotaStatus;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.quota.Reservation;
import dev.earworm.quota.RoleId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The ledger as rows. Reading the usage and writing the reservation are one transaction, and such transactions take
 * turns, so no second reservation can come between them.
 */
final class JdbiQuotaLedger implements QuotaLedger {
    private final Jdbi jdbi;
    private final Turns turns;

    JdbiQuotaLedger(Jdbi jdbi, Turns turns) {
        this.jdbi = jdbi;
        this.turns = turns;
    }

    /** Whatever takes from a pot does it in here, one after the other. */
    private <T> T oneByOne(Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            turns.take(handle, Turns.SONGS);
            return work.apply(handle);
        });
    }

    @Override
    public QuotaDecision reserve(Reservation reservation, Allowance allowance) {
        Claim claim = reservation.claim();
        return oneByOne(handle -> {
            Map<Pot, QuotaStatus> pots = pots(handle, reservation.account(), reservation.day(), allowance);
            Optional<QuotaDecision> obstacle = obstacle(pots, allowance, claim, claim::of);
            return obstacle.orElseGet(() -> {
                ReservationRow.insert(handle, reservation);
                return reserved(pots, claim);
            });
        });
    }

    @Override
    public QuotaDecision renew(JobId id, Claim claim, Allowance allowance) {
        return oneByOne(handle -> {
            ReservationRow before = ReservationRow.find(handle, id)
                    .filter(row -> row.state().equals(ReservationRow.RESERVED))
                    .orElseThrow(() -> new IllegalStateException("nothing is set aside for song " + id));
            long money = before.lostMicros() + claim.money().micros();
            long more = Math.max(0, money - before.micros());
            Map<Pot, QuotaStatus> pots = pots(handle, before.account(), before.day(), allowance);
            Optional<QuotaDecision> obstacle =
                    obstacle(pots, allowance, claim, measure -> measure == Measure.USD ? more : 0);
            return obstacle.orElseGet(() -> {
                ReservationRow.renew(handle, id, claim, money);
                return new Reserved(own(pots));
            });
        });
    }

    private static Optional<QuotaDecision> obstacle(
            Map<Pot, QuotaStatus> pots, Allowance allowance, Claim claim, ToLongFunction<Measure> more) {
        if (claim.estimate().isEmpty() && allowance.countsMoney()) {
            return Optional.of(new PriceUnknown());
        }
        QuotaStatus own = own(pots);
        return QuotaPolicy.obstacle(pots, more)
                .map(it -> new QuotaExceeded(it.pot(), it.limit(), claim, pots.getOrDefault(it.pot(), own), own));
    }

    private static Reserved reserved(Map<Pot, QuotaStatus> pots, Claim claim) {
        QuotaStatus own = own(pots);
        return new Reserved(new QuotaStatus(own.usage().plus(claim), own.limits(), own.day()));
    }

    private static QuotaStatus own(Map<Pot, QuotaStatus> pots) {
        return Objects.requireNonNull(pots.get(Pot.MEMBER));
    }

    /** The member's, and each other one that is limited. */
    private static Map<Pot, QuotaStatus> pots(Handle handle, Account account, QuotaDay day, Allowance allowance) {
        Map<Pot, QuotaStatus> pots = new EnumMap<>(Pot.class);
        for (Pot pot : Pot.values()) {
            if (pot == Pot.MEMBER || !allowance.of(pot).set().isEmpty()) {
                pots.put(pot, new QuotaStatus(PotRows.usage(handle, pot, account, day), allowance.of(pot), day));
            }
        }
        return pots;
    }

    @Override
    public void lose(JobId id) {
        run("UPDATE reservation SET lost_micro_usd = micro_usd WHERE job_id = :job AND state = 'RESERVED'", id);
    }

    @Override
    public void recover(JobId id) {
        run("UPDATE reservation SET lost_micro_usd = 0 WHERE job_id = :job AND state = 'RESERVED'", id);
    }

    @Override
    public void settle(JobId id, Usd charged) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE reservation SET micro_usd = lost_micro_usd + :charged WHERE job_id = :job")
                .bind("job", id.value())
                .bind("charged", charged.micros())
                .execute());
    }

    @Override
    public void commit(JobId id) {
        run("UPDATE reservation SET state = 'COMMITTED' WHERE job_id = :job AND state = 'RESERVED'", id);
    }

    @Override
    public void release(JobId id, Charge charge) {
        switch (charge) {
            case NONE -> run("""
                        UPDATE reservation SET state = 'RELEASED', micro_usd = lost_micro_usd
                        WHERE job_id = :job AND state = 'RESERVED'
                        """, id);
            case POSSIBLE ->
                run("UPDATE reservation SET state = 'RELEASED' WHERE job_id = :job AND state = 'RESERVED'", id);
        }
    }

    private void run(String sql, JobId id) {
        jdbi.useHandle(
                handle -> handle.createUpdate(sql).bind("job", id.value()).execute());
    }

    @Override
    public void forgive(Account account) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE reservation SET forgiven = 1 WHERE guild_id = :guild AND user_id = :user")
                .bind("guild", account.guild().value())
                .bind("user", account.user().value())
                .execute());
    }

    @Override
    public QuotaUsage usage(Pot pot, Account account, QuotaDay day) {
        return jdbi.withHandle(handle -> PotRows.usage(handle, pot, account, day));
    }

    @Override
    public Set<RoleId> lastRoles(Account account) {
        return jdbi.withHandle(handle -> ReservationRow.lastRoles(handle, account));
    }
}
