package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.QuotaStatus;
import dev.earworm.quota.QuotaDecision.QuotaExceeded;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaUsage;
import java.time.Instant;
import net.dv8tion.jda.api.utils.TimeFormat;

/** How much a member has had today, and may have yet. */
public final class QuotaSentences {
    private QuotaSentences() {}

    /** In a few words: {@code 2 songs left today}. */
    public static String left(QuotaStatus quota) {
        return left(quota.usage(), quota.limits());
    }

    public static String left(QuotaUsage usage, QuotaLimits limits) {
        return say("quota.left", usage.songsLeft(limits));
    }

    /** All of it. */
    public static String standing(QuotaStatus quota) {
        QuotaUsage usage = quota.usage();
        QuotaLimits limits = quota.limits();
        return String.join(
                "\n",
                say(
                        "quota.songs",
                        QuotaBar.of(usage.songs(), limits.dailySongs()),
                        usage.songs(),
                        limits.dailySongs(),
                        usage.songsLeft(limits)),
                say(
                        "quota.music",
                        QuotaBar.of(usage.seconds(), limits.dailySeconds()),
                        Lengths.clock(usage.seconds()),
                        Lengths.clock(limits.dailySeconds()),
                        Lengths.clock(usage.secondsLeft(limits))),
                say("quota.concurrent", usage.concurrentSongs(), limits.concurrentSongs()),
                say("quota.reset", relative(quota.resetsAt()), timeOfDay(quota.resetsAt())));
    }

    /**
     * Which limit is in the way, what is left, and when that changes.
     *
     * @param seconds of the song that was asked for
     */
    public static String exceeded(QuotaExceeded exceeded, int seconds) {
        QuotaUsage usage = exceeded.usage();
        QuotaLimits limits = exceeded.limits();
        String reset = say("quota.reset", relative(exceeded.resetsAt()), timeOfDay(exceeded.resetsAt()));
        return switch (exceeded.limit()) {
            case DAILY_SONGS -> say("over-quota.songs", usage.songs(), limits.dailySongs(), reset);
            case DAILY_SECONDS ->
                say(
                        "over-quota.music",
                        Lengths.clock(seconds),
                        Lengths.clock(usage.secondsLeft(limits)),
                        Lengths.clock(limits.dailySeconds()),
                        reset);
            case CONCURRENT_SONGS -> say("over-quota.concurrent", usage.concurrentSongs(), limits.concurrentSongs());
        };
    }

    private static String relative(Instant instant) {
        return TimeFormat.RELATIVE.atInstant(instant).toString();
    }

    private static String timeOfDay(Instant instant) {
        return TimeFormat.TIME_SHORT.atInstant(instant).toString();
    }
}
