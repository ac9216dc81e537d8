package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.LimitSentences;
import dev.earworm.discord.words.Listing;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.quota.Account;
import dev.earworm.quota.Block;
import dev.earworm.quota.Granted;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaRule;
import dev.earworm.quota.QuotaRulePolicy;
import dev.earworm.quota.QuotaStatus;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.Spender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.TimeFormat;

/** What members of a guild may have, as its admins read it. */
final class QuotaOverview {
    /** For a last line about what has no room. */
    private static final int ROOM = Message.MAX_CONTENT_LENGTH - 300;

    /** For how many lines more there are, which the words of every language do with. */
    private static final int MEMBERS_ROOM = Message.MAX_CONTENT_LENGTH - 60;

    private final QuotaBooks books;
    private final QuotaEffect effect;

    QuotaOverview(QuotaBooks books) {
        this.books = books;
        this.effect = new QuotaEffect(books);
    }

    /** A line for everyone, for each role and each member of whom something is set, and for all together. */
    String ofGuild(Guild guild) {
        GuildId id = new GuildId(guild.getIdLong());
        List<QuotaRule> rules = books.rules().of(id);
        QuotaLimits everyone = effect.everyone(id).limits();
        List<String> lines = new ArrayList<>();
        lines.add(LimitSentences.line(new Holder.Everyone(), everyone));
        byHolder(rules).entrySet().stream()
                .filter(entry -> isHere(guild, entry.getKey()))
                .forEach(entry -> lines.add(LimitSentences.line(entry.getKey(), entry.getValue())));
        lines.addAll(together(id));
        List<Block> blocked = books.blocked().in(id);
        String fitting = fitting(lines, ROOM);
        String all = blocked.isEmpty() ? fitting : fitting + "\n" + blocked(blocked, ROOM - fitting.length());
        return say("limits.here") + "\n" + all + "\n" + say("limits.otherwise");
    }

    /** Roles before members; a role that is gone is nobody's. */
    private static Map<Holder, List<QuotaRule>> byHolder(List<QuotaRule> rules) {
        return rules.stream()
                .filter(rule -> rule.holder() instanceof Holder.Role || rule.holder() instanceof Holder.Member)
                .collect(Collectors.groupingBy(
                        QuotaRule::holder,
                        () -> new TreeMap<>(Comparator.comparing((Holder holder) -> holder instanceof Holder.Member)
                                .thenComparing(Holder::toString)),
                        Collectors.toList()));
    }

    private static boolean isHere(Guild guild, Holder holder) {
        return switch (holder) {
            case Holder.Role(RoleId id) -> guild.getRoleById(id.value()) != null;
            case Holder.Everyone _, Holder.Member _, Holder.WholeGuild _ -> true;
        };
    }

    private List<String> together(GuildId guild) {
        QuotaStatus status = effect.together(guild);
        return status.limits().set().stream()
                .map(limit -> LimitSentences.standing(status, limit, say("limits.from-together")))
                .toList();
    }

    private static String blocked(List<Block> blocked, int room) {
        List<String> mentions = blocked.stream()
                .map(block -> MemberWords.mention(block.account().user()))
                .toList();
        for (int shown = mentions.size(); shown > 0; shown--) {
            int more = mentions.size() - shown;
            Stream<String> rest = more == 0 ? Stream.of() : Stream.of(say("limits.more", more));
            String line = say(
                    "limits.are-blocked",
                    Listing.of(Stream.concat(mentions.stream().limit(shown), rest)));
            if (line.length() <= room) {
                return line;
            }
        }
        return say("limits.are-blocked", mentions.size());
    }

    private static String fitting(List<String> lines, int room) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (text.length() + lines.get(i).length() > room) {
                return text + say("limits.more", lines.size() - i);
            }
            text.append(lines.get(i)).append('\n');
        }
        return text.toString().strip();
    }

    /** What was set for a role, without what its members have anyway. */
    String ofRole(GuildId guild, Holder.Role role) {
        List<QuotaRule> rules = books.rules().of(guild).stream()
                .filter(rule -> rule.holder().equals(role))
                .toList();
        return rules.isEmpty()
                ? say("limits.role-has-none", LimitSentences.holder(role))
                : LimitSentences.line(role, rules) + "\n" + say("limits.role-otherwise");
    }

    /** Each limit of a member, where it comes from and what is left; then what all members together may have. */
    String ofMember(Member member) {
        Spender spender = QuotaOptions.spender(member);
        Account account = spender.account();
        QuotaStatus status = books.quotas().of(spender);
        List<String> lines = new ArrayList<>();
        lines.add(say("limits.of", member.getAsMention()));
        books.blocked().of(account).ifPresent(block -> lines.add(blocked(block)));
        Granted granted = books.quotas().granted(account);
        Arrays.stream(Limit.values())
                .flatMap(limit -> line(spender, status, granted, limit).stream())
                .forEach(lines::add);
        if (status.limits().set().isEmpty()) {
            lines.add(say("quota.unlimited"));
        }
        lines.addAll(together(account.guild()));
        return fitting(lines, MEMBERS_ROOM);
    }

    private static String blocked(Block block) {
        return say("limits.is-blocked", MemberWords.mention(block.by()), TimeFormat.DATE_TIME_SHORT.format(block.at()));
    }

    private Optional<String> line(Spender spender, QuotaStatus status, Granted granted, Limit limit) {
        Optional<QuotaRule> rule = deciding(spender, limit);
        if (status.limits().of(limit).isEmpty()) {
            return rule.map(it -> say("limits.unlimited-by", LimitSentences.cap(limit, it.cap()), source(it)));
        }
        String source = rule.map(QuotaOverview::source).orElseGet(() -> say("limits.from-operator"));
        long extra = granted.of(limit);
        String whence =
                extra == 0 ? source : say("limits.with-granted", source, LimitSentences.shown(limit.measure(), extra));
        return Optional.of(LimitSentences.standing(status, limit, whence));
    }

    private Optional<QuotaRule> deciding(Spender spender, Limit limit) {
        Account account = spender.account();
        Set<RoleId> roles = spender.roles().orElseGet(Set::of);
        return QuotaRulePolicy.deciding(books.rules().of(account.guild()), limit, account.user(), roles);
    }

    private static String source(QuotaRule rule) {
        return switch (rule.holder()) {
            case Holder.Everyone _ -> say("limits.from-everyone");
            case Holder.Role _ -> say("limits.from-role", LimitSentences.holder(rule.holder()));
            case Holder.Member _ -> say("limits.from-member");
            case Holder.WholeGuild _ -> say("limits.from-together");
        };
    }
}
