package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.MemberWords;
import dev.earworm.quota.Account;
import dev.earworm.quota.UserId;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** {@code /admin quota unblock}: a member may ask for songs again, also one who has left the guild meanwhile. */
public final class QuotaUnblockTask implements AdminTask {
    private final QuotaBooks books;
    private final AdminJournal journal;

    public QuotaUnblockTask(QuotaBooks books, AdminJournal journal) {
        this.books = books;
        this.journal = journal;
    }

    @Override
    public Optional<SubcommandGroupData> group() {
        return QuotaOptions.group();
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("unblock", say("command.admin.quota.unblock.description"))
                .addOption(
                        OptionType.USER,
                        QuotaOptions.MEMBER,
                        say("command.admin.quota.unblock.options.member.description"),
                        true);
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return QuotaOptions.option(event, QuotaOptions.MEMBER)
                .map(OptionMapping::getAsLong)
                .map(user -> unblock(event, new UserId(user)))
                .orElseGet(() -> Reply.of(say("limits.no-such-member")));
    }

    private Reply unblock(SlashCommandInteractionEvent event, UserId user) {
        String mention = MemberWords.mention(user);
        if (!books.blocked().unblock(new Account(Origin.guild(event), user))) {
            return Reply.of(say("limits.not-blocked", mention));
        }
        journal.note(event, () -> say("limits.noted-unblock", event.getUser().getAsMention(), mention));
        return Reply.of(say("limits.unblocked", mention));
    }
}
