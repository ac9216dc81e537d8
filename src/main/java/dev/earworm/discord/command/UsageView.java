package dev.earworm.discord.command;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.usage.UsageGrouping;
import dev.earworm.usage.UsageSpan;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What {@code /admin usage} shows: which days, and put together by what. */
public record UsageView(UsageSpan span, UsageGrouping grouping) {
    static final UsageView FIRST = new UsageView(UsageSpan.LAST_30_DAYS, UsageGrouping.DAY);

    /** A menu changes one of the two, and its id holds the other. */
    CustomId spanMenu() {
        return CustomId.ofGuild(Action.USAGE_SPAN, grouping.ordinal());
    }

    CustomId groupingMenu() {
        return CustomId.ofGuild(Action.USAGE_GROUPING, span.ordinal());
    }

    CustomId sheetButton() {
        return CustomId.ofGuild(Action.USAGE_SHEET, span.ordinal());
    }

    /** What is asked for by a choice in the menu of the days; empty if it was forged. */
    public static Optional<UsageView> withSpan(CustomId menu, String value) {
        return grouping(menu).flatMap(grouping -> span(value).map(span -> new UsageView(span, grouping)));
    }

    /** The same in the other menu. */
    public static Optional<UsageView> withGrouping(CustomId menu, String value) {
        return span(menu).flatMap(span -> grouping(value).map(grouping -> new UsageView(span, grouping)));
    }

    /** The days that an id names; empty if it was forged. */
    public static Optional<UsageSpan> span(CustomId id) {
        return id.part().stream().boxed().findFirst().flatMap(number -> nth(UsageSpan.values(), number));
    }

    private static Optional<UsageGrouping> grouping(CustomId id) {
        return id.part().stream().boxed().findFirst().flatMap(number -> nth(UsageGrouping.values(), number));
    }

    private static <T> Optional<T> nth(T[] values, int number) {
        return Arrays.stream(values).skip(number).findFirst();
    }

    static Optional<UsageSpan> span(String value) {
        return Arrays.stream(UsageSpan.values())
                .filter(span -> value(span).equals(value))
                .findFirst();
    }

    static Optional<UsageGrouping> grouping(String value) {
        return Arrays.stream(UsageGrouping.values())
                .filter(grouping -> value(grouping).equals(value))
                .findFirst();
    }

    /** As Discord hands it back. */
    static String value(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
