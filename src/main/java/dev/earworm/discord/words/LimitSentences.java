package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.quota.Cap;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Measure;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaRule;
import dev.earworm.quota.QuotaStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.TimeFormat;

/** What admins have set for whom, as they read it. */
public final class LimitSentences {
    private LimitSentences() {}

    /** As {@code 5 songs a day}. */
    public static String cap(Limit limit, Cap cap) {
        return switch (cap) {
            case Cap.AtMost(long amount) -> amount(limit, amount);
            case Cap.Unlimited _ -> unlimited(limit);
        };
    }

    private static String amount(Limit limit, long amount) {
        return switch (limit) {
            case DAILY_SONGS -> say("limits.songs-day", amount);
            case WEEKLY_SONGS -> say("limits.songs-week", amount);
            case MONTHLY_SONGS -> say("limits.songs-month", amount);
            case DAILY_SECONDS -> say("limits.music-day", Lengths.clock(amount));
            case WEEKLY_SECONDS -> say("limits.music-week", Lengths.clock(amount));
            case MONTHLY_SECONDS -> say("limits.music-month", Lengths.clock(amount));
            case DAILY_USD -> say("limits.money-day", QuotaSentences.money(amount));
            case MONTHLY_USD -> say("limits.money-month", QuotaSentences.money(amount));
            case CONCURRENT_SONGS -> say("limits.concurrent", amount);
        };
    }

    private static String unlimited(Limit limit) {
        return switch (limit) {
            case DAILY_SONGS -> say("limits.unlimited-songs-day");
            case WEEKLY_SONGS -> say("limits.unlimited-songs-week");
            case MONTHLY_SONGS -> say("limits.unlimited-songs-month");
            case DAILY_SECONDS -> say("limits.unlimited-music-day");
            case WEEKLY_SECONDS -> say("limits.unlimited-music-week");
            case MONTHLY_SECONDS -> say("limits.unlimited-music-month");
            case DAILY_USD -> say("limits.unlimited-money-day");
            case MONTHLY_USD -> say("limits.unlimited-money-month");
            case CONCURRENT_SONGS -> say("limits.unlimited-concurrent");
        };
    }

    /** As {@code 3 songs}. */
    public static String granted(Measure measure, long amount) {
        return switch (measure) {
            case CONCURRENT_SONGS, SONGS -> say("limits.some-songs", amount);
            case SECONDS -> say("limits.some-music", Lengths.clock(amount));
            case USD -> QuotaSentences.money(amount);
        };
    }

    public static String holder(Holder holder) {
        return switch (holder) {
            case Holder.Everyone _ -> say("limits.everyone");
            case Holder.Role role -> "<@&" + Long.toUnsignedString(role.id().value()) + ">";
            case Holder.Member member -> "<@" + member.id() + ">";
            case Holder.WholeGuild _ -> say("limits.together");
        };
    }

    /** A line for whom the rules are. */
    public static String line(Holder holder, List<QuotaRule> rules) {
        return say(
                "limits.line",
                holder(holder),
                Listing.of(rules.stream()
                        .sorted(Comparator.comparing(QuotaRule::limit))
                        .map(rule -> cap(rule.limit(), rule.cap()))));
    }

    /** The same of limits that nobody has to look up. */
    public static String line(Holder holder, QuotaLimits limits) {
        return limits.set().isEmpty()
                ? say("limits.line", holder(holder), say("quota.unlimited"))
                : say(
                        "limits.line",
                        holder(holder),
                        Listing.of(limits.set().stream()
                                .map(limit -> amount(limit, limits.of(limit).orElseThrow()))));
    }

    /** How somebody stands with one limit that they have. */
    public static String standing(QuotaStatus status, Limit limit, String source) {
        return say(
                "limits.standing",
                amount(limit, status.limits().of(limit).orElseThrow()),
                source,
                shown(limit.measure(), status.usage().of(limit)),
                shown(limit.measure(), status.left(limit).orElseThrow()));
    }

    /** The same of the limit that is nearest among those that count this; empty where none does. */
    public static Optional<String> nearest(QuotaStatus status, Measure measure) {
        return status.limits().set().stream()
                .filter(limit -> limit.measure() == measure)
                .min(Comparator.comparingLong(limit -> status.left(limit).orElseThrow()))
                .map(limit -> say(
                        "limits.had-and-left",
                        amount(limit, status.limits().of(limit).orElseThrow()),
                        shown(measure, status.usage().of(limit)),
                        shown(measure, status.left(limit).orElseThrow())));
    }

    public static String shown(Measure measure, long amount) {
        return QuotaSentences.shown(measure, amount);
    }

    /** When there is more again. */
    public static String until(QuotaDay today, Limit limit) {
        return limit.period()
                .map(today::resetsAt)
                .map(at -> TimeFormat.RELATIVE.atInstant(at).toString())
                .map(at -> say("limits.until", at))
                .orElseGet(() -> say("limits.until-one-is-done"));
    }
}
