package dev.earworm.quota;

import static dev.earworm.quota.QuotaFixtures.limits;
import static dev.earworm.quota.QuotaFixtures.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaRulePolicyTest {
    private static final UserId ALICE = new UserId(10);

    /** Of songs a day; the configuration says 10. E is everyone, R5 a role, U10 alice, G the guild; * is unlimited. */
    @ParameterizedTest(name = "{0}, roles {1}: {2}")
    @CsvSource({
        "'',                    '',    10",
        "E=4,                   '',    4",
        "E=40,                  '',    40",
        "E=0,                   '',    0",
        "E=*,                   '',    *",
        "E=4 R5=6,              '',    4",
        "E=4 R5=6,              5,     6",
        "R5=6,                  5,     6",
        // Of roles the most generous that say something, be it less than everyone's.
        "E=4 R5=6 R6=8,         5 6,   8",
        "E=4 R5=6 R6=8,         5 7,   6",
        "E=4 R5=6 R6=*,         5 6,   *",
        "E=4 R5=2,              5,     2",
        "E=* R5=2,              5,     2",
        "E=4 R5=0 R6=0,         5 6,   0",
        // The member's own is the last word, also where it is less.
        "E=4 R5=6 U10=20,       5,     20",
        "E=4 R5=6 U10=1,        5,     1",
        "E=4 R5=6 U10=*,        5,     *",
        "R5=* U10=3,            5,     3",
        "E=4 U11=20,            '',    4",
        // What the guild may have together is nobody's own.
        "G=3,                   '',    10",
        "E=4 G=3,               '',    4",
    })
    void theMostParticularRuleHoldsAndOfRolesTheMostGenerous(String rules, String roles, String expected) {
        QuotaLimits limits =
                QuotaRulePolicy.ofMember(rules(rules, Limit.DAILY_SONGS), ALICE, roles(roles), limits(10, 1800, 3));

        assertThat(limits)
                .isEqualTo(
                        expected.equals("*")
                                ? limits(10, 1800, 3).without(Limit.DAILY_SONGS)
                                : limits(Integer.parseInt(expected), 1800, 3));
    }

    @Test
    void eachLimitIsDecidedByItself() {
        List<QuotaRule> rules = Stream.of(
                        rules("E=4 R5=6", Limit.DAILY_SONGS),
                        rules("R5=100 U10=50", Limit.WEEKLY_SECONDS),
                        rules("E=2000000", Limit.MONTHLY_USD),
                        rules("R5=*", Limit.CONCURRENT_SONGS))
                .flatMap(List::stream)
                .toList();

        assertThat(QuotaRulePolicy.ofMember(rules, ALICE, roles("5"), limits(10, 1800, 3)))
                .isEqualTo(only(Limit.DAILY_SONGS, 6)
                        .with(Limit.DAILY_SECONDS, 1800)
                        .with(Limit.WEEKLY_SECONDS, 50)
                        .with(Limit.MONTHLY_USD, 2_000_000));
    }

    @Test
    void theGuildHasOnlyTheCapsThatAreSetForIt() {
        assertThat(QuotaRulePolicy.ofGuild(rules("E=4 R5=6 U10=1", Limit.DAILY_SONGS)))
                .isEqualTo(QuotaLimits.UNLIMITED);
        assertThat(QuotaRulePolicy.ofGuild(rules("E=4 G=100", Limit.DAILY_SONGS)))
                .isEqualTo(only(Limit.DAILY_SONGS, 100));
        assertThat(QuotaRulePolicy.ofGuild(rules("G=*", Limit.DAILY_SONGS))).isEqualTo(QuotaLimits.UNLIMITED);
    }

    private static List<QuotaRule> rules(String text, Limit limit) {
        return Arrays.stream(text.split(" "))
                .filter(rule -> !rule.isEmpty())
                .map(rule -> rule.split("="))
                .map(parts -> new QuotaRule(holder(parts[0]), limit, cap(parts[1])))
                .toList();
    }

    private static Holder holder(String text) {
        long id = text.length() > 1 ? Long.parseLong(text.substring(1)) : 0;
        return switch (text.charAt(0)) {
            case 'E' -> new Holder.Everyone();
            case 'R' -> new Holder.Role(new RoleId(id));
            case 'U' -> new Holder.Member(new UserId(id));
            case 'G' -> new Holder.WholeGuild();
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Cap cap(String text) {
        return text.equals("*") ? new Cap.Unlimited() : new Cap.AtMost(Long.parseLong(text));
    }

    private static Set<RoleId> roles(String text) {
        return Arrays.stream(text.split(" "))
                .filter(role -> !role.isEmpty())
                .map(role -> new RoleId(Long.parseLong(role)))
                .collect(Collectors.toSet());
    }
}
