package dev.earworm.discord.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * When a message may be edited: a while after it was last touched, and never once it is an hour old, since Discord then
 * allows few edits (error 30046).
 *
 * <p>Pure: it is told the time. Used by one thread.
 */
final class EditThrottle {
    /** Five minutes less than the hour, for edits that are under way. */
    static final Duration EDITABLE_FOR = Duration.ofMinutes(55);

    /** Enough for one last edit. */
    private static final Duration LAST_MOMENT = Duration.ofMinutes(59);

    private final Duration pause;
    private final Instant createdAt;
    private Instant touchedAt;

    EditThrottle(Instant createdAt, Duration pause) {
        this.pause = pause;
        this.createdAt = createdAt;
        this.touchedAt = createdAt;
    }

    /** How long to wait before an edit; zero when it may be now. */
    Duration untilNextEdit(Instant now) {
        Duration left = Duration.between(now, touchedAt.plus(pause));
        return left.isNegative() ? Duration.ZERO : left;
    }

    void edited(Instant now) {
        touchedAt = now;
    }

    /** Time to say that the message is not kept up to date any more. */
    boolean isTooOld(Instant now) {
        return now.isAfter(createdAt.plus(EDITABLE_FOR));
    }

    /** Discord is not asked for edits any more. */
    boolean isOver(Instant now) {
        return now.isAfter(createdAt.plus(LAST_MOMENT));
    }
}
