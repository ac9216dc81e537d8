package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.Spender;
import dev.earworm.quota.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** What the subcommands of {@code /admin quota} are told: whom it concerns, and which limit. All of it may be forged. */
final class QuotaOptions {
    static final String LIMIT = "limit";
    static final String MEMBER = "member";
    static final String ROLE = "role";
    static final String TOGETHER = "together";
    static final String AMOUNT = "amount";

    private QuotaOptions() {}

    /** Whom it concerns. */
    sealed interface Whom {
        record Known(Holder holder) implements Whom {}

        /** @param why in a sentence */
        record Unknown(String why) implements Whom {}
    }

    static Optional<SubcommandGroupData> group() {
        return Optional.of(new SubcommandGroupData("quota", say("command.admin.quota.description")));
    }

    /** A member who is here, a role that is here, all together; everyone where nothing is said. */
    static Whom whom(SlashCommandInteractionEvent event) {
        Optional<OptionMapping> member = option(event, MEMBER);
        Optional<OptionMapping> role = option(event, ROLE);
        boolean isTogether =
                option(event, TOGETHER).filter(OptionMapping::getAsBoolean).isPresent();
        List<Whom> all = new ArrayList<>();
        if (isTogether) {
            all.add(new Whom.Known(new Holder.WholeGuild()));
        }
        member.ifPresent(option -> all.add(member(option)));
        role.ifPresent(option -> all.add(role(event, option)));
        return switch (all.size()) {
            case 0 -> new Whom.Known(new Holder.Everyone());
            case 1 -> all.getFirst();
            default -> new Whom.Unknown(say("limits.one-of-them"));
        };
    }

    private static Whom member(OptionMapping option) {
        return Optional.ofNullable(option.getAsMember())
                .<Whom>map(member -> new Whom.Known(new Holder.Member(new UserId(member.getIdLong()))))
                .orElseGet(() -> new Whom.Unknown(say("limits.no-such-member")));
    }

    /** The role that everybody has is everyone. */
    private static Whom role(SlashCommandInteractionEvent event, OptionMapping option) {
        Guild guild = guild(event);
        return Optional.ofNullable(guild.getRoleById(option.getAsLong()))
                .<Whom>map(role -> new Whom.Known(
                        role.isPublicRole() ? new Holder.Everyone() : new Holder.Role(new RoleId(role.getIdLong()))))
                .orElseGet(() -> new Whom.Unknown(say("limits.no-such-role")));
    }

    /** The member that is named; empty where they are not here. */
    static Optional<Member> member(SlashCommandInteractionEvent event) {
        return option(event, MEMBER).map(OptionMapping::getAsMember);
    }

    static Account account(Member member) {
        return new Account(new GuildId(member.getGuild().getIdLong()), new UserId(member.getIdLong()));
    }

    static Spender spender(Member member) {
        return Spender.as(account(member), Origin.roles(member));
    }

    static Guild guild(SlashCommandInteractionEvent event) {
        return Objects.requireNonNull(event.getGuild());
    }

    static Optional<Limit> limit(SlashCommandInteractionEvent event) {
        String chosen = option(event, LIMIT).map(OptionMapping::getAsString).orElse("");
        return Arrays.stream(Limit.values())
                .filter(limit -> value(limit).equals(chosen))
                .findFirst();
    }

    static String value(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static Optional<OptionMapping> option(SlashCommandInteractionEvent event, String name) {
        return Optional.ofNullable(event.getOption(name));
    }
}
