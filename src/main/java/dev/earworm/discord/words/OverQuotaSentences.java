package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.quota.Limit;
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
        return Stream.of(
                        Optional.of(reason(exceeded)),
                        QuotaSentences.elsewhere(exceeded.own(), exceeded.limit()),
                        reset)
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
}
