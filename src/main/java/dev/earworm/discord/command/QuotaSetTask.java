package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.LimitSentences;
import dev.earworm.quota.Cap;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.QuotaRule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** {@code /admin quota set}: how much everyone, a role, a member or the whole server may have, of songs, music or money. */
public final class QuotaSetTask implements AdminTask {
    private static final String UNLIMITED = "unlimited";

    private final QuotaBooks books;
    private final QuotaEffect effect;
    private final AdminJournal journal;

    public QuotaSetTask(QuotaBooks books, AdminJournal journal) {
        this.books = books;
        this.effect = new QuotaEffect(books);
        this.journal = journal;
    }

    @Override
    public Optional<SubcommandGroupData> group() {
        return QuotaOptions.group();
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("set", say("command.admin.quota.set.description"))
                .addOptions(
                        new OptionData(
                                        OptionType.STRING,
                                        QuotaOptions.LIMIT,
                                        say("command.admin.quota.set.options.limit.description"),
                                        true)
                                .addChoices(Arrays.stream(Limit.values())
                                        .map(limit -> new Choice(name(limit), QuotaOptions.value(limit)))
                                        .toList()),
                        new OptionData(
                                        OptionType.NUMBER,
                                        QuotaOptions.AMOUNT,
                                        say("command.admin.quota.set.options.amount.description"))
                                .setRequiredRange(0, QuotaAmount.MOST),
                        new OptionData(
                                OptionType.BOOLEAN,
                                UNLIMITED,
                                say("command.admin.quota.set.options.unlimited.description")),
                        new OptionData(
                                OptionType.USER,
                                QuotaOptions.MEMBER,
                                say("command.admin.quota.set.options.member.description")),
                        new OptionData(
                                OptionType.ROLE,
                                QuotaOptions.ROLE,
                                say("command.admin.quota.set.options.role.description")),
                        new OptionData(
                                OptionType.BOOLEAN,
                                QuotaOptions.TOGETHER,
                                say("command.admin.quota.set.options.together.description")));
    }

    private static String name(Limit limit) {
        return switch (limit) {
            case DAILY_SONGS -> say("command.admin.quota.set.options.limit.choices.songs_a_day.name");
            case WEEKLY_SONGS -> say("command.admin.quota.set.options.limit.choices.songs_a_week.name");
            case MONTHLY_SONGS -> say("command.admin.quota.set.options.limit.choices.songs_a_month.name");
            case DAILY_SECONDS -> say("command.admin.quota.set.options.limit.choices.minutes_of_music_a_day.name");
            case WEEKLY_SECONDS -> say("command.admin.quota.set.options.limit.choices.minutes_of_music_a_week.name");
            case MONTHLY_SECONDS -> say("command.admin.quota.set.options.limit.choices.minutes_of_music_a_month.name");
            case DAILY_USD -> say("command.admin.quota.set.options.limit.choices.us_dollars_a_day.name");
            case MONTHLY_USD -> say("command.admin.quota.set.options.limit.choices.us_dollars_a_month.name");
            case CONCURRENT_SONGS -> say("command.admin.quota.set.options.limit.choices.songs_at_a_time.name");
        };
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        Optional<Limit> limit = QuotaOptions.limit(event);
        return limit.isEmpty()
                ? Reply.of(say("limits.no-such-limit"))
                : switch (QuotaOptions.whom(event)) {
                    case QuotaOptions.Whom.Unknown unknown -> Reply.of(unknown.why());
                    case QuotaOptions.Whom.Known known -> answer(event, known.holder(), limit.get());
                };
    }

    private Reply answer(SlashCommandInteractionEvent event, Holder holder, Limit limit) {
        Optional<OptionMapping> amount = QuotaOptions.option(event, QuotaOptions.AMOUNT);
        boolean isUnlimited = QuotaOptions.option(event, UNLIMITED)
                .filter(OptionMapping::getAsBoolean)
                .isPresent();
        if (amount.isPresent() == isUnlimited) {
            return Reply.of(say("limits.amount-or-unlimited"));
        }
        Optional<Cap> cap = amount.isEmpty()
                ? Optional.of(new Cap.Unlimited())
                : QuotaAmount.read(amount.get().getAsDouble(), limit.measure()).map(Cap.AtMost::new);
        return cap.map(wanted -> set(event, new QuotaRule(holder, limit, wanted)))
                .orElseGet(() -> Reply.of(say("limits.bad-amount", QuotaAmount.MOST)));
    }

    private Reply set(SlashCommandInteractionEvent event, QuotaRule rule) {
        GuildId guild = Origin.guild(event);
        books.rules().set(guild, rule);
        List<QuotaRule> only = List.of(rule);
        journal.note(
                event,
                () -> say(
                        "limits.noted-set", event.getUser().getAsMention(), LimitSentences.line(rule.holder(), only)));
        return Reply.of(say(
                "limits.set", LimitSentences.line(rule.holder(), only), effect.of(guild, rule.holder(), rule.limit())));
    }
}
