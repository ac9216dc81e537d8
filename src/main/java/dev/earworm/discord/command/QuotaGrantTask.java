package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.LimitSentences;
import dev.earworm.quota.Grant;
import dev.earworm.quota.Measure;
import dev.earworm.quota.QuotaStatus;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** {@code /admin quota grant}: songs, music or money on top of what a member may have. */
public final class QuotaGrantTask implements AdminTask {
    private static final String WHAT = "what";
    private static final List<Measure> GRANTABLE = List.of(Measure.SONGS, Measure.SECONDS, Measure.USD);

    private final QuotaBooks books;
    private final AdminJournal journal;

    public QuotaGrantTask(QuotaBooks books, AdminJournal journal) {
        this.books = books;
        this.journal = journal;
    }

    @Override
    public Optional<SubcommandGroupData> group() {
        return QuotaOptions.group();
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("grant", say("command.admin.quota.grant.description"))
                .addOptions(
                        new OptionData(
                                OptionType.USER,
                                QuotaOptions.MEMBER,
                                say("command.admin.quota.grant.options.member.description"),
                                true),
                        new OptionData(
                                        OptionType.NUMBER,
                                        QuotaOptions.AMOUNT,
                                        say("command.admin.quota.grant.options.amount.description"),
                                        true)
                                .setRequiredRange(0, QuotaAmount.MOST),
                        new OptionData(
                                        OptionType.STRING,
                                        WHAT,
                                        say("command.admin.quota.grant.options.what.description"),
                                        true)
                                .addChoices(
                                        new Choice(
                                                say("command.admin.quota.grant.options.what.choices.songs.name"),
                                                QuotaOptions.value(Measure.SONGS)),
                                        new Choice(
                                                say(
                                                        "command.admin.quota.grant.options.what.choices.minutes_of_music.name"),
                                                QuotaOptions.value(Measure.SECONDS)),
                                        new Choice(
                                                say("command.admin.quota.grant.options.what.choices.us_dollars.name"),
                                                QuotaOptions.value(Measure.USD))));
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        Optional<Member> member = QuotaOptions.member(event);
        if (member.isEmpty()) {
            return Reply.of(say("limits.no-such-member"));
        }
        return measure(event)
                .flatMap(measure -> amount(event, measure)
                        .map(amount -> new Grant(
                                QuotaOptions.account(member.get()),
                                measure,
                                amount,
                                Origin.account(event).user(),
                                books.clock().instant())))
                .map(grant -> grant(event, member.get(), grant))
                .orElseGet(() -> Reply.of(say("limits.bad-grant", QuotaAmount.MOST)));
    }

    private static Optional<Measure> measure(SlashCommandInteractionEvent event) {
        String chosen =
                QuotaOptions.option(event, WHAT).map(OptionMapping::getAsString).orElse("");
        return GRANTABLE.stream()
                .filter(measure -> QuotaOptions.value(measure).equals(chosen))
                .findFirst();
    }

    private static Optional<Long> amount(SlashCommandInteractionEvent event, Measure measure) {
        return QuotaOptions.option(event, QuotaOptions.AMOUNT)
                .flatMap(option -> QuotaAmount.read(option.getAsDouble(), measure))
                .filter(amount -> amount > 0);
    }

    private Reply grant(SlashCommandInteractionEvent event, Member member, Grant grant) {
        books.grants().add(grant);
        journal.note(
                event,
                () -> say(
                        "limits.noted-grant",
                        event.getUser().getAsMention(),
                        member.getAsMention(),
                        LimitSentences.granted(grant.measure(), grant.amount())));
        String what = LimitSentences.granted(grant.measure(), grant.amount());
        QuotaStatus now = books.quotas().of(QuotaOptions.spender(member));
        return Reply.of(LimitSentences.nearest(now, grant.measure())
                .map(left -> say("limits.granted", member.getAsMention(), what, left))
                .orElseGet(() -> say("limits.granted-without-limit", member.getAsMention(), what)));
    }
}
