package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.music.Usd;
import dev.earworm.usage.Spending;
import dev.earworm.usage.UsageFigures;
import dev.earworm.usage.UsageGrouping;
import dev.earworm.usage.UsageKey;
import dev.earworm.usage.UsageLine;
import dev.earworm.usage.UsageReport;
import dev.earworm.usage.UsageReport.Shown;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A report as lines: numbers stand below each other in a script of even width, and after them the name of whom they are of,
 * which may be in any script.
 */
public final class UsageTable {
    private static final int MODEL_SHOWN = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    /** Less than this would be shown as nothing. */
    private static final Usd HALF_A_CENT = new Usd(5000);

    private UsageTable() {}

    /**
     * As much of it as there is room for; of days the last ones. Empty where there is nothing.
     *
     * @param most how many members or models have a line of their own
     * @param room in characters
     */
    public static String of(UsageReport report, int most, int room) {
        if (report.lines().isEmpty()) {
            return "";
        }
        List<Row> rows = switch (report.grouping()) {
            case DAY -> report.lines().stream().map(UsageTable::day).toList();
            case MEMBER, MODEL -> ranked(report.shown(most), report.grouping());
        };
        for (int left = 0; left < rows.size(); left++) {
            String table = table(report, rows.subList(left, rows.size()), left);
            if (table.length() <= room) {
                return table;
            }
        }
        return "";
    }

    /** @param name after the cells; may be empty */
    private record Row(List<String> cells, String name) {
        Row(String key, UsageFigures figures, String name) {
            this(
                    List.of(
                            key,
                            say("usage.count", figures.delivered()),
                            say("usage.count", figures.failed()),
                            say("usage.minutes", UsageSentences.minutes(figures)),
                            money(figures.spending())),
                    name);
        }
    }

    private static String table(UsageReport report, List<Row> rows, int leftOut) {
        List<Row> all = new ArrayList<>();
        all.add(heading(report.grouping()));
        all.addAll(rows);
        String table = all.stream().map(row -> line(row, all)).collect(Collectors.joining("\n"));
        Spending spending = report.total().spending();
        String notes = (spending.isPartlyEstimated() ? "\n" + say("usage.note-estimated") : "")
                + (spending.unknown() > 0 ? "\n" + say("usage.note-unknown") : "")
                + (leftOut > 0 ? "\n" + say("usage.note-left-out", leftOut) : "");
        return table + notes;
    }

    private static Row heading(UsageGrouping grouping) {
        String key = switch (grouping) {
            case DAY -> say("usage.column-day");
            case MEMBER, MODEL -> say("usage.column-number");
        };
        return new Row(
                List.of(
                        key,
                        say("usage.column-songs"),
                        say("usage.column-failed"),
                        say("usage.column-minutes"),
                        say("usage.column-cost")),
                "");
    }

    private static Row day(UsageLine line) {
        return switch (line.key()) {
            case UsageKey.Day day -> new Row(DAY.format(day.date()), line.figures(), "");
            case UsageKey.Member _, UsageKey.ForgottenMembers _, UsageKey.Model _ ->
                throw new IllegalArgumentException("not a day: " + line);
        };
    }

    private static List<Row> ranked(Shown shown, UsageGrouping grouping) {
        List<Row> rows = new ArrayList<>();
        for (UsageLine line : shown.lines()) {
            rows.add(new Row(Integer.toString(rows.size() + 1), line.figures(), name(line.key())));
        }
        if (shown.others() > 0) {
            String others = switch (grouping) {
                case MEMBER -> say("usage.other-members", shown.others());
                case MODEL -> say("usage.other-models", shown.others());
                case DAY -> "";
            };
            rows.add(new Row("+" + shown.others(), shown.rest(), others));
        }
        return List.copyOf(rows);
    }

    private static String name(UsageKey key) {
        return switch (key) {
            case UsageKey.Day day -> day.date().toString();
            case UsageKey.Member member -> MemberWords.mention(member.user());
            case UsageKey.ForgottenMembers _ -> say("usage.forgotten-members");
            case UsageKey.Model model -> MemberWords.shown(model.model().toString(), MODEL_SHOWN);
        };
    }

    private static String money(Spending spending) {
        Usd known = spending.known();
        if (spending.unknown() > 0 && known.equals(Usd.ZERO)) {
            return "?";
        }
        boolean isTiny = known.compareTo(Usd.ZERO) > 0 && known.compareTo(HALF_A_CENT) < 0;
        String amount = isTiny ? say("usage.less-than-a-cent") : say("usage.amount", known.dollars());
        return (spending.isPartlyEstimated() ? "~" : "") + amount + (spending.unknown() > 0 ? "+?" : "");
    }

    private static String line(Row row, List<Row> all) {
        StringBuilder cells = new StringBuilder();
        for (int column = 0; column < row.cells().size(); column++) {
            int of = column;
            int width = all.stream()
                    .mapToInt(other -> width(other.cells().get(of)))
                    .max()
                    .orElse(0);
            String cell = row.cells().get(column);
            cells.append(column == 0 ? "" : " ")
                    .append(" ".repeat(width - width(cell)))
                    .append(cell);
        }
        return "`" + cells + "`" + (row.name().isEmpty() ? "" : " " + row.name());
    }

    /** East Asian signs are twice as wide as others. */
    private static int width(String cell) {
        return cell.codePoints()
                .map(sign -> Character.isIdeographic(sign) || isKana(sign) ? 2 : 1)
                .sum();
    }

    private static boolean isKana(int sign) {
        return Character.UnicodeScript.of(sign) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(sign) == Character.UnicodeScript.KATAKANA;
    }
}
