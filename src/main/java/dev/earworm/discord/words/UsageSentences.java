package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.usage.Spending;
import dev.earworm.usage.UsageFigures;
import dev.earworm.usage.UsageReport;
import java.text.DecimalFormatSymbols;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was made in a guild, in a few sentences. */
public final class UsageSentences {
    private static final double MILLISECONDS_OF_MINUTE = 60_000;

    private UsageSentences() {}

    /** Which days, and what they come to. */
    public static String head(UsageReport report) {
        String title = say(
                "usage.title",
                report.period().first().toString(),
                report.period().last().toString());
        UsageFigures total = report.total();
        if (total.asked() == 0) {
            return title + "\n" + say("usage.nothing");
        }
        Stream<String> works =
                total.inTheWorks() == 0 ? Stream.of() : Stream.of(say("usage.in-the-works", total.inTheWorks()));
        String sentences = Stream.concat(Stream.of(total(total), costs(total.spending())), works)
                .collect(Collectors.joining("\n"));
        return title + "\n" + sentences;
    }

    /** How many songs, and how much music. */
    public static String total(UsageFigures figures) {
        return say("usage.total", figures.delivered(), minutes(figures), figures.failed(), figures.calledBack());
    }

    static double minutes(UsageFigures figures) {
        return figures.music().toMillis() / MILLISECONDS_OF_MINUTE;
    }

    private static String costs(Spending spending) {
        String unknown = spending.unknown() == 0 ? "" : " " + say("usage.cost-unknown", spending.unknown());
        return known(spending) + unknown;
    }

    private static String known(Spending spending) {
        String amount = PriceSentences.of(spending.known());
        if (!spending.isPartlyEstimated()) {
            return say("usage.cost-charged", amount);
        }
        return spending.actual().micros() == 0
                ? say("usage.cost-estimated", amount)
                : say("usage.cost-partly-estimated", amount, PriceSentences.of(spending.estimated()));
    }

    /** Between the whole and the rest of a number, in the language that is spoken. */
    public static char decimalPoint() {
        return DecimalFormatSymbols.getInstance(Language.spoken().locale()).getDecimalSeparator() == ',' ? ',' : '.';
    }
}
