package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.QuotaSentences;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** {@code /admin quota reset}: what a member has had counts no more, but for money, which was spent. */
public final class QuotaResetTask implements AdminTask {
    private final QuotaBooks books;
    private final AdminJournal journal;

    public QuotaResetTask(QuotaBooks books, AdminJournal journal) {
        this.books = books;
        this.journal = journal;
    }

    @Override
    public Optional<SubcommandGroupData> group() {
        return QuotaOptions.group();
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("reset", say("command.admin.quota.reset.description"))
                .addOption(
                        OptionType.USER,
                        QuotaOptions.MEMBER,
                        say("command.admin.quota.reset.options.member.description"),
                        true);
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return QuotaOptions.member(event)
                .map(member -> reset(event, member))
                .orElseGet(() -> Reply.of(say("limits.no-such-member")));
    }

    private Reply reset(SlashCommandInteractionEvent event, Member member) {
        books.ledger().forgive(QuotaOptions.account(member));
        journal.note(event, () -> say("limits.noted-reset", event.getUser().getAsMention(), member.getAsMention()));
        return Reply.of(say(
                "limits.reset",
                member.getAsMention(),
                QuotaSentences.left(books.quotas().of(QuotaOptions.spender(member)))));
    }
}
