package dev.earworm.quota;

import dev.earworm.music.JobId;
import dev.earworm.music.Usd;
import java.util.Set;

/**
 * The book in which every song's claim stands: reserved when accepted, committed when delivered, released when it
 * failed or was cancelled. A reservation ends once; whoever ends it second changes nothing.
 *
 * <p>A released song counts as no song and no music. Money that was spent, or may have been, stays counted whatever becomes
 * of the song, on the day on which the song was accepted.
 *
 * <p>Calls take part in a transaction that is open on this thread. N reservations at once against L left succeed exactly
 * L times.
 */
public interface QuotaLedger {
    /** Sets the song aside if all three pots allow, else writes nothing. */
    QuotaDecision reserve(Reservation reservation, Allowance allowance);

    /**
     * Sets aside what the next attempt at a song claims, in place of what the one before did; what was lost stays counted.
     * Only money can be in the way, and only where it becomes more.
     *
     * @throws IllegalStateException when the song has ended
     */
    QuotaDecision renew(JobId id, Claim claim, Allowance allowance);

    /** Nobody will ever know whether the provider charges for the attempt that was made; its money counts as spent. */
    void lose(JobId id);

    /** The attempt that was lost has come to something after all: it is not paid for beside another one. */
    void recover(JobId id);

    /** The provider said what it charges for the attempt that it took, be it more than was set aside. */
    void settle(JobId id, Usd charged);

    /** The song was delivered, or stopped when it was paid for; it counts. */
    void commit(JobId id);

    /** The song will not come; it does not count, but for its money where that may have been spent. */
    void release(JobId id, Charge charge);

    /** What the member has had so far counts no more, but for the money; nor do songs in the works, once they are done. */
    void forgive(Account account);

    /** The member's own. */
    default QuotaUsage usage(Account account, QuotaDay day) {
        return usage(Pot.MEMBER, account, day);
    }

    /** @param account whose pot it is, or whose guild's */
    QuotaUsage usage(Pot pot, Account account, QuotaDay day);

    /** The roles that the member had at their latest song; none where there was none. */
    Set<RoleId> lastRoles(Account account);
}
