package dev.earworm.library;

import dev.earworm.music.JobId;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaDay;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Forgets what is old enough. Each call is one short write, and may be repeated. */
public interface RetentionStore {
    /** After how many days songs are forgotten, of the guilds that want that. */
    Map<GuildId, Integer> retentions();

    /**
     * Forgets songs of this guild that ended before that moment and whose members know it.
     *
     * @param most so many at the most
     * @return which; fewer than that when no more are left
     */
    List<JobId> forgetSongs(GuildId guild, Instant before, int most);

    /** Forgets drafts and lines of the audit log. */
    void forgetBesides(GuildId guild, Instant before);

    /** Forgets whose the reservations of forgotten songs were, which no quota counts any more. */
    void forgetMembers(QuotaDay before);

    /** Drops reservations of songs that have ended; returns how many. */
    int dropReservations(QuotaDay before, int most);

    /** Drops lines of all audit logs; returns how many. */
    int dropAudit(Instant before, int most);
}
