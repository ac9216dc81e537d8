package dev.earworm.storage;

import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaDecision;
import dev.earworm.quota.QuotaDecision.QuotaExceeded;
import dev.earworm.quota.QuotaDecision.Reserved;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaPolicy;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.quota.Reservation;
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

    @Override
    public QuotaDecision reserve(Reservation reservation, QuotaLimits limits) {
        return jdbi.inTransaction(handle -> {
            turns.take(handle, Turns.SONGS);
            QuotaUsage usage = usage(handle, reservation.account(), reservation.day());
            return QuotaPolicy.exceeded(usage, limits, reservation.seconds())
                    .<QuotaDecision>map(limit -> new QuotaExceeded(
                            limit, usage, limits, reservation.day().resetsAt()))
                    .orElseGet(() -> {
                        insert(handle, reservation);
                        return new Reserved(usage.plus(reservation.seconds()), limits);
                    });
        });
    }

    private static void insert(Handle handle, Reservation reservation) {
        handle.createUpdate("""
                        INSERT INTO reservation (job_id, guild_id, user_id, day, seconds, state)
                        VALUES (:job, :guild, :user, :day, :seconds, 'RESERVED')
                        """)
                .bind("job", reservation.id().value())
                .bind("guild", reservation.account().guild().value())
                .bind("user", reservation.account().user().value())
                .bind("day", reservation.day().toString())
                .bind("seconds", reservation.seconds())
                .execute();
    }

    @Override
    public void commit(JobId id) {
        end(id, "COMMITTED");
    }

    @Override
    public void release(JobId id) {
        end(id, "RELEASED");
    }

    private void end(JobId id, String state) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE reservation SET state = :state WHERE job_id = :job AND state = 'RESERVED'")
                .bind("state", state)
                .bind("job", id.value())
                .execute());
    }

    @Override
    public QuotaUsage usage(Account account, QuotaDay day) {
        return jdbi.withHandle(handle -> usage(handle, account, day));
    }

    private static QuotaUsage usage(Handle handle, Account account, QuotaDay day) {
        return handle.createQuery("""
                        SELECT count(*) AS songs,
                               coalesce(sum(seconds), 0) AS seconds,
                               (SELECT count(*) FROM reservation
                                WHERE guild_id = :guild AND user_id = :user AND state = 'RESERVED') AS concurrent
                        FROM reservation
                        WHERE guild_id = :guild AND user_id = :user AND day = :day AND state <> 'RELEASED'
                        """)
                .bind("day", day.toString())
                .bind("guild", account.guild().value())
                .bind("user", account.user().value())
                .map((row, _) -> new QuotaUsage(row.getInt("songs"), row.getInt("seconds"), row.getInt("concurrent")))
                .one();
    }
}
