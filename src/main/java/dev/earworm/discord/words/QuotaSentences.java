package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.music.Usd;
import dev.earworm.quota.Granted;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Measure;
import dev.earworm.quota.Period;
import dev.earworm.quota.QuotaStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.TimeFormat;

/** How much a member has had, and may have yet. */
public final class QuotaSentences {
    private QuotaSentences() {}

    /** In a few words, of the limit that is nearest: {@code 2 songs left today}. */
    public static String left(QuotaStatus quota) {
        return nearest(quota, Measure.SONGS)
                .or(() -> nearest(quota, Measure.SECONDS))
                .map(limit -> left(limit, quota.left(limit).orElseThrow()))
                .orElseGet(() -> say("quota.unlimited"));
    }

    private static String left(Limit limit, long amount) {
        return switch (limit) {
            case DAILY_SONGS -> say("quota.left", amount);
            case WEEKLY_SONGS -> say("quota.left-week", amount);
            case MONTHLY_SONGS -> say("quota.left-month", amount);
            case DAILY_SECONDS -> say("quota.left-music-day", Lengths.clock(amount));
            case WEEKLY_SECONDS -> say("quota.left-music-week", Lengths.clock(amount));
            case MONTHLY_SECONDS -> say("quota.left-music-month", Lengths.clock(amount));
            case DAILY_USD, MONTHLY_USD, CONCURRENT_SONGS -> throw new IllegalArgumentException("not told: " + limit);
        };
    }

    /** Of equals the one that starts anew last. */
    private static Optional<Limit> nearest(QuotaStatus quota, Measure measure) {
        return quota.limits().set().stream()
                .filter(limit -> limit.measure() == measure)
                .min(Comparator.<Limit>comparingLong(limit -> quota.left(limit).orElseThrow())
                        .thenComparing(Comparator.reverseOrder()));
    }

    /**
     * All that applies, a line each, and when it starts anew.
     *
     * @param granted which of it was given on top
     */
    public static String standing(QuotaStatus quota, Granted granted) {
        List<Limit> limits = quota.limits().set();
        if (limits.isEmpty()) {
            return say("quota.unlimited");
        }
        Stream<String> lines = limits.stream().map(limit -> line(quota, limit, granted.of(limit)));
        Stream<String> resets = Stream.of(Period.values())
                .filter(period ->
                        limits.stream().anyMatch(limit -> limit.period().equals(Optional.of(period))))
                .map(period -> reset(period, quota.day().resetsAt(period)));
        return Stream.concat(lines, resets).collect(Collectors.joining("\n"));
    }

    private static String line(QuotaStatus quota, Limit limit, long granted) {
        long used = quota.usage().of(limit);
        long most = quota.limits().of(limit).orElseThrow();
        if (limit == Limit.CONCURRENT_SONGS) {
            return say("quota.concurrent", used, most);
        }
        Measure measure = limit.measure();
        String bar = QuotaBar.of(used, most);
        String had = shown(measure, used);
        String left = shown(measure, quota.left(limit).orElseThrow());
        return granted == 0
                ? say("quota.line", bar, name(limit), had, shown(measure, most), left)
                : say("quota.line-granted", bar, name(limit), had, shown(measure, most), left, shown(measure, granted));
    }

    private static String name(Limit limit) {
        return switch (limit) {
            case DAILY_SONGS -> say("quota.name.songs-day");
            case WEEKLY_SONGS -> say("quota.name.songs-week");
            case MONTHLY_SONGS -> say("quota.name.songs-month");
            case DAILY_SECONDS -> say("quota.name.music-day");
            case WEEKLY_SECONDS -> say("quota.name.music-week");
            case MONTHLY_SECONDS -> say("quota.name.music-month");
            case DAILY_USD -> say("quota.name.money-day");
            case MONTHLY_USD -> say("quota.name.money-month");
            case CONCURRENT_SONGS -> throw new IllegalArgumentException("it has a line of its own");
        };
    }

    static String shown(Measure measure, long amount) {
        return switch (measure) {
            case CONCURRENT_SONGS, SONGS -> say("quota.count", amount);
            case SECONDS -> Lengths.clock(amount);
            case USD -> money(amount);
        };
    }

    static String money(long micros) {
        return PriceSentences.of(new Usd(micros));
    }

    /** When the limits of a period start anew. */
    static String reset(Period period, Instant at) {
        return switch (period) {
            case DAY -> say("quota.reset-day", relative(at), TimeFormat.TIME_SHORT.atInstant(at));
            case WEEK -> say("quota.reset-week", relative(at), TimeFormat.DATE_TIME_SHORT.atInstant(at));
            case MONTH -> say("quota.reset-month", relative(at), TimeFormat.DATE_TIME_SHORT.atInstant(at));
        };
    }

    private static String relative(Instant instant) {
        return TimeFormat.RELATIVE.atInstant(instant).toString();
    }
}
