package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.delivery.Post.PostPicture;
import dev.earworm.discord.words.UsageSentences;
import dev.earworm.discord.words.UsageTable;
import dev.earworm.usage.UsageGrouping;
import dev.earworm.usage.UsageReport;
import dev.earworm.usage.UsageSpan;
import java.util.Arrays;
import java.util.Optional;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.entities.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer of {@code /admin usage}: what it comes to, a table and a picture of it, and how to see it in another way. */
final class UsagePosts {
    private static final Logger LOG = LoggerFactory.getLogger(UsagePosts.class);
    private static final String FILE_NAME = "usage.png";

    private UsagePosts() {}

    static Post of(UsageReport report, UsageView view) {
        UsageChart chart = UsageChart.of(report);
        String head = UsageSentences.head(report);
        String legend = report.lines().isEmpty() ? "" : "\n" + legend(report.grouping(), chart);
        String table = UsageTable.of(
                report, UsageChart.MOST_LINES, Message.MAX_CONTENT_LENGTH - head.length() - legend.length() - 1);
        Post post = Post.of(head + (table.isEmpty() ? "" : "\n" + table) + legend)
                .with(new PostButton(view.sheetButton(), say("usage.sheet"), ButtonStyle.SECONDARY))
                .with(new PostMenu(
                        view.spanMenu(),
                        say("usage.choose-period"),
                        Arrays.stream(UsageSpan.values()).map(UsagePosts::entry).toList(),
                        UsageView.value(view.span())))
                .with(new PostMenu(
                        view.groupingMenu(),
                        say("usage.choose-grouping"),
                        Arrays.stream(UsageGrouping.values())
                                .map(UsagePosts::entry)
                                .toList(),
                        UsageView.value(view.grouping())));
        return picture(report, chart).map(post::with).orElse(post);
    }

    private static PostMenu.Entry entry(UsageSpan span) {
        return new PostMenu.Entry(
                switch (span) {
                    case LAST_7_DAYS -> say("usage.last-7-days");
                    case LAST_30_DAYS -> say("usage.last-30-days");
                    case THIS_MONTH -> say("usage.this-month");
                    case LAST_MONTH -> say("usage.last-month");
                },
                UsageView.value(span));
    }

    private static PostMenu.Entry entry(UsageGrouping grouping) {
        return new PostMenu.Entry(
                switch (grouping) {
                    case DAY -> say("usage.by-day");
                    case MEMBER -> say("usage.by-member");
                    case MODEL -> say("usage.by-model");
                },
                UsageView.value(grouping));
    }

    private static String legend(UsageGrouping grouping, UsageChart chart) {
        String bars = chart.hasCosts() ? say("usage.bars-with-costs") : say("usage.bars");
        String numbers = switch (grouping) {
            case DAY -> say("usage.below-bars-days");
            case MEMBER, MODEL -> say("usage.below-bars-lines");
        };
        return say("usage.legend", bars, numbers);
    }

    private static Optional<PostPicture> picture(UsageReport report, UsageChart chart) {
        try {
            return Optional.of(new PostPicture(
                    FILE_NAME,
                    chart.png(UsageSentences.decimalPoint()),
                    say("usage.in-words", UsageSentences.total(report.total()))));
        } catch (LinkageError e) {
            // A Java that was cut down to less than java.desktop lacks what writes pictures.
            LOG.warn("usage is shown without its picture", e);
            return Optional.empty();
        }
    }
}
