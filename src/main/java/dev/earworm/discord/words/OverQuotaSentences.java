package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.quota.Limit;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDecision.QuotaExceeded;
import dev.earworm.quota.QuotaStatus;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why there is no song now: which limit is in the way, what is left beside it, and when that changes. Of what is shared
 * nobody reads how much it is.
 */
public final class OverQuotaSentences {
    private OverQuotaSentences() {}

    public static String of(QuotaExceeded exceeded) {
        Optional<String> reset = exceeded.limit()
                .period()
                .map(period ->
                        QuotaSentences.reset(period, exceeded.full().day().resetsAt(period)));
        return Stream.of(Optional.of(reason(exceeded)), elsewhere(exceeded), reset)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static String reason(QuotaExceeded exceeded) {
        return switch (exceeded.pot()) {
            case MEMBER -> ofMember(exceeded);
            case GUILD -> ofGuild(exceeded);
            case INSTANCE -> ofInstance(exceeded);
        };
    }

    private static String ofMember(QuotaExceeded exceeded) {
        QuotaStatus own = exceeded.own();
        Limit limit = exceeded.limit();
        long used = own.usage().of(limit);
        long most = own.limits().of(limit).orElseThrow();
        return switch (limit) {
            case DAILY_SONGS -> say("over-quota.songs-day", used, most);
            case WEEKLY_SONGS -> say("over-quota.songs-week", used, most);
            case MONTHLY_SONGS -> say("over-quota.songs-month", used, most);
            case DAILY_SECONDS -> say("over-quota.music-day", asked(exceeded), left(own, limit), Lengths.clock(most));
            case WEEKLY_SECONDS -> say("over-quota.music-week", asked(exceeded), left(own, limit), Lengths.clock(most));
            case MONTHLY_SECONDS ->
                say("over-quota.music-month", asked(exceeded), left(own, limit), Lengths.clock(most));
            case DAILY_USD ->
                say("over-quota.money-day", price(exceeded), moneyLeft(own, limit), QuotaSentences.money(most));
            case MONTHLY_USD ->
                say("over-quota.money-month", price(exceeded), moneyLeft(own, limit), QuotaSentences.money(most));
            case CONCURRENT_SONGS -> say("over-quota.concurrent", used, most);
        };
    }

    private static String asked(QuotaExceeded exceeded) {
        return Lengths.clock(exceeded.claim().seconds());
    }

    private static String left(QuotaStatus own, Limit limit) {
        return Lengths.clock(own.left(limit).orElseThrow());
    }

    private static String price(QuotaExceeded exceeded) {
        return PriceSentences.of(exceeded.claim().money());
    }

    private static String moneyLeft(QuotaStatus own, Limit limit) {
        return QuotaSentences.money(own.left(limit).orElseThrow());
    }

    private static String ofGuild(QuotaExceeded exceeded) {
        boolean isUsedUp = exceeded.full().left(exceeded.limit()).orElseThrow() == 0;
        return switch (exceeded.limit()) {
            case DAILY_SONGS -> say("over-quota.guild-songs-day");
            case WEEKLY_SONGS -> say("over-quota.guild-songs-week");
            case MONTHLY_SONGS -> say("over-quota.guild-songs-month");
            case DAILY_SECONDS ->
                isUsedUp ? say("over-quota.guild-music-day") : say("over-quota.guild-little-music-day");
            case WEEKLY_SECONDS ->
                isUsedUp ? say("over-quota.guild-music-week") : say("over-quota.guild-little-music-week");
            case MONTHLY_SECONDS ->
                isUsedUp ? say("over-quota.guild-music-month") : say("over-quota.guild-little-music-month");
            case DAILY_USD -> isUsedUp ? say("over-quota.guild-money-day") : say("over-quota.guild-little-money-day");
            case MONTHLY_USD ->
                isUsedUp ? say("over-quota.guild-money-month") : say("over-quota.guild-little-money-month");
            case CONCURRENT_SONGS -> say("over-quota.guild-concurrent");
        };
    }

    /** The instance has ceilings in money alone; whatever else there will be is as full. */
    private static String ofInstance(QuotaExceeded exceeded) {
        boolean isUsedUp = exceeded.full().left(exceeded.limit()).orElseThrow() == 0;
        return switch (exceeded.limit()) {
            case DAILY_SONGS, DAILY_SECONDS, DAILY_USD ->
                isUsedUp ? say("over-quota.instance-day") : say("over-quota.instance-little-day");
            case WEEKLY_SONGS, WEEKLY_SECONDS, MONTHLY_SONGS, MONTHLY_SECONDS, MONTHLY_USD ->
                isUsedUp ? say("over-quota.instance-month") : say("over-quota.instance-little-month");
            case CONCURRENT_SONGS -> say("over-quota.guild-concurrent");
        };
    }

    /** What the member has left beside the limit that is in the way; empty where that is nothing. */
    private static Optional<String> elsewhere(QuotaExceeded exceeded) {
        QuotaStatus own = exceeded.own();
        String rest = Listing.of(own.limits().set().stream()
                .filter(limit -> limit.period().isPresent() && !isInTheWay(exceeded, limit))
                .filter(limit -> own.left(limit).orElseThrow() > 0)
                .map(limit -> amount(limit, own.left(limit).orElseThrow())));
        return rest.isEmpty() ? Optional.empty() : Optional.of(say("over-quota.elsewhere", rest));
    }

    private static boolean isInTheWay(QuotaExceeded exceeded, Limit own) {
        return exceeded.pot() == Pot.MEMBER && exceeded.limit() == own;
    }

    /** As {@code 3 songs this week}. */
    private static String amount(Limit limit, long amount) {
        return switch (limit) {
            case DAILY_SONGS -> say("quota.amount.songs-day", amount);
            case WEEKLY_SONGS -> say("quota.amount.songs-week", amount);
            case MONTHLY_SONGS -> say("quota.amount.songs-month", amount);
            case DAILY_SECONDS -> say("quota.amount.music-day", Lengths.clock(amount));
            case WEEKLY_SECONDS -> say("quota.amount.music-week", Lengths.clock(amount));
            case MONTHLY_SECONDS -> say("quota.amount.music-month", Lengths.clock(amount));
            case DAILY_USD -> say("quota.amount.money-day", QuotaSentences.money(amount));
            case MONTHLY_USD -> say("quota.amount.money-month", QuotaSentences.money(amount));
            case CONCURRENT_SONGS -> throw new IllegalArgumentException("it does not start anew");
        };
    }
}
