package dev.earworm.library;

import dev.earworm.jobs.KeptFiles;
import dev.earworm.music.JobId;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaDay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets songs after as many days as the admins of their guild have set, and everywhere what is of no use to anybody any
 * more. A few rows at a time, so that no member waits for it. Messages in Discord stay: they are the guild's.
 */
public final class Retention {
    /** The books are looked at for a year. */
    private static final Duration BOOKS = Duration.ofDays(400);

    private static final int AT_A_TIME = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final RetentionStore store;
    private final KeptFiles files;

    public Retention(RetentionStore store, KeptFiles files) {
        this.store = store;
        this.files = files;
    }

    /** Returns early when the program stops; what is left is for the next time. */
    public void forget(Instant now) {
        store.retentions().forEach((guild, days) -> forget(guild, now.minus(Duration.ofDays(days))));
        store.forgetMembers(QuotaDay.of(now).firstThatCounts());
        QuotaDay oldest = QuotaDay.of(now.minus(BOOKS));
        whileThereAreMore(() -> store.dropReservations(oldest, AT_A_TIME));
        whileThereAreMore(() -> store.dropAudit(now.minus(BOOKS), AT_A_TIME));
    }

    private void forget(GuildId guild, Instant before) {
        whileThereAreMore(() -> {
            List<JobId> forgotten = store.forgetSongs(guild, before, AT_A_TIME);
            // Rows first: a crash in between leaves files that nobody asks for, and the next start removes them.
            forgotten.forEach(files::delete);
            if (!forgotten.isEmpty()) {
                LOG.info("{} songs of guild {} were old enough to be forgotten", forgotten.size(), guild);
            }
            return forgotten.size();
        });
        store.forgetBesides(guild, before);
    }

    /** Some of them. */
    private interface Batch {
        int done();
    }

    private static void whileThereAreMore(Batch batch) {
        while (!Thread.currentThread().isInterrupted() && batch.done() == AT_A_TIME) {
            Thread.yield();
        }
    }
}
