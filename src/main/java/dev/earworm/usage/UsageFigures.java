package dev.earworm.usage;

import java.time.Duration;

/**
 * What became of some songs.
 *
 * @param delivered how many reached their member; stems count as a song, as they do for the quota
 * @param failed how many came to nothing
 * @param calledBack how many their member called back
 * @param inTheWorks how many have not ended
 * @param music the length of all delivered ones, as it was asked for; stems have none
 * @param spending on all that ended
 */
public record UsageFigures(
        long delivered, long failed, long calledBack, long inTheWorks, Duration music, Spending spending) {
    public static final UsageFigures NONE = new UsageFigures(0, 0, 0, 0, Duration.ZERO, Spending.NOTHING);

    /** How many were asked for. */
    public long asked() {
        return delivered + failed + calledBack + inTheWorks;
    }

    public UsageFigures plus(UsageFigures other) {
        return new UsageFigures(
                delivered + other.delivered,
                failed + other.failed,
                calledBack + other.calledBack,
                inTheWorks + other.inTheWorks,
                music.plus(other.music),
                spending.plus(other.spending));
    }
}
