package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.quota.Account;
import dev.earworm.quota.Block;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import net.dv8tion.jda.api.utils.TimeFormat;

/** {@code /admin quota block}: a member gets no songs here, until an admin lifts that. */
public final class QuotaBlockTask implements AdminTask {
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 200;

    private final QuotaBooks books;
    private final AdminJournal journal;

    public QuotaBlockTask(QuotaBooks books, AdminJournal journal) {
        this.books = books;
        this.journal = journal;
    }

    @Override
    public Optional<SubcommandGroupData> group() {
        return QuotaOptions.group();
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("block", say("command.admin.quota.block.description"))
                .addOptions(
                        new OptionData(
                                OptionType.USER,
                                QuotaOptions.MEMBER,
                                say("command.admin.quota.block.options.member.description"),
                                true),
                        new OptionData(
                                        OptionType.STRING,
                                        REASON,
                                        say("command.admin.quota.block.options.reason.description"))
                                .setMaxLength(LONGEST_REASON));
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return QuotaOptions.member(event)
                .map(member -> block(event, member))
                .orElseGet(() -> Reply.of(say("limits.no-such-member")));
    }

    private Reply block(SlashCommandInteractionEvent event, Member member) {
        Account account = QuotaOptions.account(member);
        Instant now = books.clock().instant();
        boolean isNew =
                books.blocked().block(new Block(account, Origin.account(event).user(), now));
        if (!isNew) {
            Instant since = books.blocked().of(account).map(Block::at).orElse(now);
            return Reply.of(
                    say("limits.blocked-before", member.getAsMention(), TimeFormat.DATE_TIME_SHORT.format(since)));
        }
        journal.note(event, () -> noted(event, member));
        return Reply.of(say("limits.blocked", member.getAsMention()));
    }

    private static String noted(SlashCommandInteractionEvent event, Member member) {
        String admin = event.getUser().getAsMention();
        String reason = QuotaOptions.option(event, REASON)
                .map(OptionMapping::getAsString)
                .map(Prompts::line)
                .orElse("");
        return reason.isBlank()
                ? say("limits.noted-block", admin, member.getAsMention())
                : say(
                        "limits.noted-block-because",
                        admin,
                        member.getAsMention(),
                        MemberWords.shown(reason, LONGEST_REASON));
    }
}
