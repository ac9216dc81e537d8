package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.LimitSentences;
import dev.earworm.discord.words.Listing;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.QuotaRule;
import dev.earworm.quota.UserId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** {@code /admin quota clear}: what an admin has set holds no more; of one limit, or of all that somebody has. */
public final class QuotaClearTask implements AdminTask {
    private final QuotaBooks books;
    private final AdminJournal journal;

    public QuotaClearTask(QuotaBooks books, AdminJournal journal) {
        this.books = books;
        this.journal = journal;
    }

    @Override
    public Optional<SubcommandGroupData> group() {
        return QuotaOptions.group();
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("clear", say("command.admin.quota.clear.description"))
                .addOptions(
                        new OptionData(
                                        OptionType.STRING,
                                        QuotaOptions.LIMIT,
                                        say("command.admin.quota.clear.options.limit.description"))
                                .addChoices(Arrays.stream(Limit.values())
                                        .map(limit -> new Choice(name(limit), QuotaOptions.value(limit)))
                                        .toList()),
                        new OptionData(
                                OptionType.USER,
                                QuotaOptions.MEMBER,
                                say("command.admin.quota.clear.options.member.description")),
                        new OptionData(
                                OptionType.ROLE,
                                QuotaOptions.ROLE,
                                say("command.admin.quota.clear.options.role.description")),
                        new OptionData(
                                OptionType.BOOLEAN,
                                QuotaOptions.TOGETHER,
                                say("command.admin.quota.clear.options.together.description")));
    }

    private static String name(Limit limit) {
        return switch (limit) {
            case DAILY_SONGS -> say("command.admin.quota.clear.options.limit.choices.songs_a_day.name");
            case WEEKLY_SONGS -> say("command.admin.quota.clear.options.limit.choices.songs_a_week.name");
            case MONTHLY_SONGS -> say("command.admin.quota.clear.options.limit.choices.songs_a_month.name");
            case DAILY_SECONDS -> say("command.admin.quota.clear.options.limit.choices.minutes_of_music_a_day.name");
            case WEEKLY_SECONDS -> say("command.admin.quota.clear.options.limit.choices.minutes_of_music_a_week.name");
            case MONTHLY_SECONDS ->
                say("command.admin.quota.clear.options.limit.choices.minutes_of_music_a_month.name");
            case DAILY_USD -> say("command.admin.quota.clear.options.limit.choices.us_dollars_a_day.name");
            case MONTHLY_USD -> say("command.admin.quota.clear.options.limit.choices.us_dollars_a_month.name");
            case CONCURRENT_SONGS -> say("command.admin.quota.clear.options.limit.choices.songs_at_a_time.name");
        };
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return switch (QuotaOptions.whom(event)) {
            case QuotaOptions.Whom.Known known -> clear(event, known.holder());
            case QuotaOptions.Whom.Unknown unknown ->
                gone(event).map(holder -> clear(event, holder)).orElseGet(() -> Reply.of(unknown.why()));
        };
    }

    /** What was set for somebody who has left can be taken away. */
    private Optional<Holder> gone(SlashCommandInteractionEvent event) {
        return QuotaOptions.option(event, QuotaOptions.MEMBER)
                .filter(option -> option.getAsMember() == null)
                .<Holder>map(option -> new Holder.Member(new UserId(option.getAsLong())))
                .filter(holder -> books.rules().of(Origin.guild(event)).stream()
                        .anyMatch(rule -> rule.holder().equals(holder)));
    }

    private Reply clear(SlashCommandInteractionEvent event, Holder holder) {
        GuildId guild = Origin.guild(event);
        boolean hasLimit = QuotaOptions.option(event, QuotaOptions.LIMIT).isPresent();
        Optional<Limit> only = QuotaOptions.limit(event);
        if (hasLimit && only.isEmpty()) {
            return Reply.of(say("limits.no-such-limit"));
        }
        List<QuotaRule> cleared = books.rules().of(guild).stream()
                .filter(rule -> rule.holder().equals(holder))
                .filter(rule -> only.isEmpty() || only.get() == rule.limit())
                .filter(rule -> books.rules().clear(guild, holder, rule.limit()))
                .sorted(Comparator.comparing(QuotaRule::limit))
                .toList();
        if (cleared.isEmpty()) {
            return Reply.of(say("limits.nothing-to-clear", LimitSentences.holder(holder)));
        }
        journal.note(
                event,
                () -> say(
                        "limits.noted-clear",
                        event.getUser().getAsMention(),
                        LimitSentences.holder(holder),
                        listed(cleared)));
        return Reply.of(say("limits.cleared", LimitSentences.holder(holder), listed(cleared)));
    }

    private static String listed(List<QuotaRule> rules) {
        return Listing.of(rules.stream().map(rule -> LimitSentences.cap(rule.limit(), rule.cap())));
    }
}
