package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.quota.Holder;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** {@code /admin quota show}: everything that is set here; or what holds for one member or role, why, and how they stand. */
public final class QuotaShowTask implements AdminTask {
    private final QuotaOverview overview;

    public QuotaShowTask(QuotaBooks books) {
        this.overview = new QuotaOverview(books);
    }

    @Override
    public Optional<SubcommandGroupData> group() {
        return QuotaOptions.group();
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("show", say("command.admin.quota.show.description"))
                .addOption(
                        OptionType.USER,
                        QuotaOptions.MEMBER,
                        say("command.admin.quota.show.options.member.description"))
                .addOption(
                        OptionType.ROLE, QuotaOptions.ROLE, say("command.admin.quota.show.options.role.description"));
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        return switch (QuotaOptions.whom(event)) {
            case QuotaOptions.Whom.Unknown unknown -> Reply.of(unknown.why());
            case QuotaOptions.Whom.Known known ->
                Reply.of(
                        switch (known.holder()) {
                            case Holder.Everyone _, Holder.WholeGuild _ -> overview.ofGuild(QuotaOptions.guild(event));
                            case Holder.Role role -> overview.ofRole(Origin.guild(event), role);
                            case Holder.Member _ -> ofMember(event);
                        });
        };
    }

    private String ofMember(SlashCommandInteractionEvent event) {
        Optional<Member> member = QuotaOptions.member(event);
        return member.map(overview::ofMember).orElseGet(() -> say("limits.no-such-member"));
    }
}
