package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.usage.UsageGrouping;
import dev.earworm.usage.UsageSpan;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /admin usage}: what was made in a guild, as a picture, as a table and as a sheet. */
public final class UsageTask implements AdminTask {
    private static final String PERIOD = "period";
    private static final String BY = "by";

    private final UsageDesk desk;

    public UsageTask(UsageDesk desk) {
        this.desk = desk;
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("usage", say("command.admin.usage.description"))
                .addOptions(
                        new OptionData(OptionType.STRING, PERIOD, say("command.admin.usage.options.period.description"))
                                .addChoices(Arrays.stream(UsageSpan.values())
                                        .map(span -> new Choice(name(span), UsageView.value(span)))
                                        .toList()),
                        new OptionData(OptionType.STRING, BY, say("command.admin.usage.options.by.description"))
                                .addChoices(Arrays.stream(UsageGrouping.values())
                                        .map(grouping -> new Choice(name(grouping), UsageView.value(grouping)))
                                        .toList()));
    }

    private static String name(UsageSpan span) {
        return switch (span) {
            case LAST_7_DAYS -> say("command.admin.usage.options.period.choices.the_last_7_days.name");
            case LAST_30_DAYS -> say("command.admin.usage.options.period.choices.the_last_30_days.name");
            case THIS_MONTH -> say("command.admin.usage.options.period.choices.this_month.name");
            case LAST_MONTH -> say("command.admin.usage.options.period.choices.last_month.name");
        };
    }

    private static String name(UsageGrouping grouping) {
        return switch (grouping) {
            case DAY -> say("command.admin.usage.options.by.choices.day.name");
            case MEMBER -> say("command.admin.usage.options.by.choices.member.name");
            case MODEL -> say("command.admin.usage.options.by.choices.model.name");
        };
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        UsageView view = new UsageView(
                chosen(event, PERIOD, UsageView::span).orElse(UsageView.FIRST.span()),
                chosen(event, BY, UsageView::grouping).orElse(UsageView.FIRST.grouping()));
        return desk.report(Origin.account(event).guild(), view);
    }

    /** A client may send what is no choice. */
    private static <T> Optional<T> chosen(
            SlashCommandInteractionEvent event, String option, Function<String, Optional<T>> read) {
        return Optional.ofNullable(event.getOption(option))
                .map(OptionMapping::getAsString)
                .flatMap(read);
    }
}
