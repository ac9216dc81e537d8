package dev.earworm.discord.command;

import dev.earworm.audio.picture.ChartArt;
import dev.earworm.audio.picture.ChartArt.Bar;
import dev.earworm.audio.picture.ChartArt.Panel;
import dev.earworm.audio.picture.ChartArt.Unit;
import dev.earworm.usage.Spending;
import dev.earworm.usage.UsageFigures;
import dev.earworm.usage.UsageKey;
import dev.earworm.usage.UsageLine;
import dev.earworm.usage.UsageReport;
import dev.earworm.usage.UsageReport.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The bars of a report: one for each day, also for those without a song; or for the members or models with the most songs,
 * and one for all others.
 *
 * @param labels below the bars: the day of the month, or the number of the line in the table
 */
record UsageChart(List<String> labels, List<UsageFigures> figures) {
    /** Members or models that have a bar and a line of their own. */
    static final int MOST_LINES = 10;

    static UsageChart of(UsageReport report) {
        return switch (report.grouping()) {
            case DAY -> ofDays(report);
            case MEMBER, MODEL -> ofMost(report.shown(MOST_LINES));
        };
    }

    private static UsageChart ofDays(UsageReport report) {
        Map<UsageKey, UsageFigures> figures =
                report.lines().stream().collect(Collectors.toMap(UsageLine::key, UsageLine::figures));
        List<LocalDate> days = report.period().days();
        return new UsageChart(
                days.stream().map(day -> Integer.toString(day.getDayOfMonth())).toList(),
                days.stream()
                        .map(day -> figures.getOrDefault(new UsageKey.Day(day), UsageFigures.NONE))
                        .toList());
    }

    private static UsageChart ofMost(Shown shown) {
        List<String> labels = new ArrayList<>();
        IntStream.rangeClosed(1, Math.max(1, shown.lines().size())).forEach(number -> labels.add("" + number));
        List<UsageFigures> figures =
                new ArrayList<>(shown.lines().stream().map(UsageLine::figures).toList());
        if (figures.isEmpty()) {
            figures.add(UsageFigures.NONE);
        }
        if (shown.others() > 0) {
            labels.add("+" + shown.others());
            figures.add(shown.rest());
        }
        return new UsageChart(labels, figures);
    }

    /** Whether there is money to show. */
    boolean hasCosts() {
        return figures.stream().anyMatch(line -> line.spending().known().micros() > 0);
    }

    byte[] png(char point) {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(
                Unit.SONGS,
                figures.stream()
                        .map(line -> new Bar(line.delivered(), line.failed()))
                        .toList()));
        if (hasCosts()) {
            panels.add(new Panel(
                    Unit.DOLLARS,
                    figures.stream()
                            .map(UsageFigures::spending)
                            .map(UsageChart::bar)
                            .toList()));
        }
        return ChartArt.of(labels, panels, point).png();
    }

    private static Bar bar(Spending spending) {
        return new Bar(spending.actual().micros(), spending.estimated().micros());
    }
}
