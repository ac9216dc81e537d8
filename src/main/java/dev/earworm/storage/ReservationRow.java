package dev.earworm.storage;

import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import dev.earworm.quota.Claim;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.Reservation;
import dev.earworm.quota.RoleId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A song's claim as a row.
 *
 * @param micros all the money that counts, in millionths of a US dollar
 * @param lostMicros the part of it for attempts whose outcome nobody knows
 */
record ReservationRow(Account account, QuotaDay day, String state, long micros, long lostMicros) {
    static final String RESERVED = "RESERVED";

    static void insert(Handle handle, Reservation reservation) {
        Claim claim = reservation.claim();
        handle.createUpdate("""
                        INSERT INTO reservation (job_id, guild_id, user_id, roles, day, seconds, micro_usd, payer, state)
                        VALUES (:job, :guild, :user, :roles, :day, :seconds, :micros, :payer, 'RESERVED')
                        """)
                .bind("job", reservation.id().value())
                .bind("guild", reservation.account().guild().value())
                .bind("user", reservation.account().user().value())
                .bind(
                        "roles",
                        text(reservation.spender().roles().orElseGet(() -> lastRoles(handle, reservation.account()))))
                .bind("day", reservation.day().toString())
                .bind("seconds", claim.seconds())
                .bind("micros", claim.money().micros())
                .bind("payer", claim.payer().name())
                .execute();
    }

    static void renew(Handle handle, JobId id, Claim claim, long micros) {
        handle.createUpdate("""
                        UPDATE reservation SET seconds = :seconds, micro_usd = :micros, payer = :payer
                        WHERE job_id = :job
                        """)
                .bind("job", id.value())
                .bind("seconds", claim.seconds())
                .bind("micros", micros)
                .bind("payer", claim.payer().name())
                .execute();
    }

    static Optional<ReservationRow> find(Handle handle, JobId id) {
        return handle.createQuery("SELECT * FROM reservation WHERE job_id = :job")
                .bind("job", id.value())
                .map((row, _) -> new ReservationRow(
                        JobRow.account(row),
                        new QuotaDay(LocalDate.parse(row.getString("day"))),
                        row.getString("state"),
                        row.getLong("micro_usd"),
                        row.getLong("lost_micro_usd")))
                .findFirst();
    }

    /** Ids of songs sort by time. */
    static Set<RoleId> lastRoles(Handle handle, Account account) {
        return handle.createQuery("""
                        SELECT roles FROM reservation WHERE guild_id = :guild AND user_id = :user
                        ORDER BY day DESC, job_id DESC LIMIT 1
                        """)
                .bind("guild", account.guild().value())
                .bind("user", account.user().value())
                .mapTo(String.class)
                .findFirst()
                .map(ReservationRow::roles)
                .orElse(Set.of());
    }

    private static Set<RoleId> roles(String text) {
        return Arrays.stream(text.split(" "))
                .filter(id -> !id.isEmpty())
                .map(id -> new RoleId(Long.parseLong(id)))
                .collect(Collectors.toSet());
    }

    private static String text(Set<RoleId> roles) {
        return roles.stream().map(role -> role.value() + " ").sorted().collect(Collectors.joining());
    }
}
