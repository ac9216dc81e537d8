package dev.earworm.discord;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.music.Usd;
import dev.earworm.quota.Block;
import dev.earworm.quota.Cap;
import dev.earworm.quota.Grant;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Measure;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaFixtures;
import dev.earworm.quota.QuotaRule;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.UserId;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What members read of what they may have. A song of the studio costs 20 cents; nobody knows what the booth takes. */
class QuotaTest {
    private static final UserId ADMIN = new UserId(5);
    private static final String RESET = " limits start anew <t:\\d+:R>, (at|on) <t:\\d+:[tf]>\\.";

    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder, Catalogue.priced("studio/grand=0.20/song"));
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void everyLimitThatAppliesIsShownWithItsBarAndWhenItStartsAnew() {
        Scene scene = rig.scene();
        everyone(scene, Limit.WEEKLY_SONGS, 10);
        everyone(scene, Limit.MONTHLY_SECONDS, 3600);
        everyone(scene, Limit.MONTHLY_USD, 2_000_000);
        rig.database.quotaGrants().add(new Grant(scene.account(scene.alice), Measure.SONGS, 2, ADMIN, Instant.now()));
        scene.asks(scene.alice, "a calm river");

        assertThat(scene.says(scene.alice, "quota").content()).matches("""
                `▰▰▱▱▱▱▱▱▱▱` \\*\\*Songs today:\\*\\* 1 of 6, 5 left \\(an admin gave you 2 on top\\)
                `▰▱▱▱▱▱▱▱▱▱` \\*\\*Songs this week:\\*\\* 1 of 12, 11 left \\(an admin gave you 2 on top\\)
                `▰▱▱▱▱▱▱▱▱▱` \\*\\*Music today:\\*\\* 0:30 of 5:00, 4:30 left
                `▰▱▱▱▱▱▱▱▱▱` \\*\\*Music this month:\\*\\* 0:30 of 1:00:00, 59:30 left
                `▰▱▱▱▱▱▱▱▱▱` \\*\\*Money this month:\\*\\* \\$0.20 of \\$2.00, \\$1.80 left
                \\*\\*In the works now:\\*\\* 1 of 3
                Today's limits start anew <t:\\d+:R>, at <t:\\d+:t>\\.
                This week's limits start anew <t:\\d+:R>, on <t:\\d+:f>\\.
                This month's limits start anew <t:\\d+:R>, on <t:\\d+:f>\\.""");
    }

    @Test
    void whoeverIsUnlimitedReadsThat() {
        Scene scene = rig.scene();
        for (Limit limit : QuotaFixtures.limits(1, 1, 1).set()) {
            rule(scene, new Holder.Member(new UserId(scene.alice.id())), limit, new Cap.Unlimited());
        }

        assertThat(scene.says(scene.alice, "quota").content()).isEqualTo("No limit");
        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "a river")).content())
                .endsWith("\nNo limit.");
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKLY_SONGS,    3,   '2 songs left this week.'",
        "MONTHLY_SONGS,   2,   '1 song left this month.'",
        "WEEKLY_SONGS,    100, '3 songs left today.'",
    })
    void anAcceptedSongSaysHowMuchTheNearestLimitLeaves(Limit limit, long amount, String said) {
        Scene scene = rig.scene();
        everyone(scene, limit, amount);

        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "a river")).content())
                .endsWith("\n" + said);
    }

    @Test
    void aRoleDecidesHowMuchItsMembersMayHave() {
        Scene scene = rig.scene();
        everyone(scene, Limit.DAILY_SONGS, 1);
        var patrons = scene.guild.role("patrons");
        rule(scene, new Holder.Role(new RoleId(patrons.id())), Limit.DAILY_SONGS, new Cap.AtMost(3));
        scene.alice.gets(patrons);

        scene.asks(scene.alice, "one");
        scene.asks(scene.alice, "two");
        scene.asks(scene.bob, "one");
        assertThat(refusal(scene, scene.bob)).startsWith("You have had 1 song today, and the limit is 1 a day.");
        assertThat(scene.says(scene.alice, "quota").content()).contains("2 of 3, 1 left");

        scene.alice.loses(patrons);
        assertThat(refusal(scene, scene.alice)).startsWith("You have had 2 songs today, and the limit is 1 a day.");
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKLY_SONGS,    1,      'You have had 1 song this week, and the limit is 1 a week. ', This week's",
        "MONTHLY_SONGS,   1,      'You have had 1 song this month, and the limit is 1 a month. ', This month's",
        "WEEKLY_SECONDS,  40,     'This song is 0:30 long, and you have 0:10 of this week''s 0:40 of music left. ', This week's",
        "MONTHLY_SECONDS, 40,     'This song is 0:30 long, and you have 0:10 of this month''s 0:40 of music left. ', This month's",
        "DAILY_USD,       300000, 'This song costs about \\$0.20, and you have \\$0.10 of today''s \\$0.30 left. ', Today's",
        "MONTHLY_USD,     200000, 'This song costs about \\$0.20, and you have \\$0.00 of this month''s \\$0.20 left. ', This month's",
    })
    void aMemberOverTheirQuotaReadsWhichLimitItIsAndWhatIsLeftAndWhenItStartsAnew(
            Limit limit, long amount, String said, String reset) {
        Scene scene = rig.scene();
        everyone(scene, limit, amount);
        scene.asks(scene.alice, "one");

        assertThat(refusal(scene, scene.alice))
                .matches(said + "You have left: 3 songs today, 4:30 of music today(, .*)?\\. " + reset + RESET);
        assertThat(scene.unfinished()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY_SONGS,      1,      This server has had all its songs for today., Today's",
        "WEEKLY_SONGS,     1,      This server has had all its songs for this week., This week's",
        "MONTHLY_SONGS,    1,      This server has had all its songs for this month., This month's",
        "DAILY_SECONDS,    30,     This server has had all its music for today., Today's",
        "WEEKLY_SECONDS,   30,     This server has had all its music for this week., This week's",
        "MONTHLY_SECONDS,  30,     This server has had all its music for this month., This month's",
        "DAILY_SECONDS,    40,     This server has less music left today than this song is long. A shorter one may fit., Today's",
        "WEEKLY_SECONDS,   40,     This server has less music left this week than this song is long. A shorter one may fit., This week's",
        "MONTHLY_SECONDS,  40,     This server has less music left this month than this song is long. A shorter one may fit., This month's",
        "DAILY_USD,        200000, This server has spent what it may today., Today's",
        "MONTHLY_USD,      200000, This server has spent what it may this month., This month's",
        "DAILY_USD,        300000, This server may spend less today than this song costs. A shorter song or a cheaper model may fit., Today's",
        "MONTHLY_USD,      300000, This server may spend less this month than this song costs. A shorter song or a cheaper model may fit., This month's",
    })
    void whatAServerHasHadIsSaidWithoutAnybodysFigures(Limit limit, long amount, String said, String reset) {
        Scene scene = rig.scene();
        rule(scene, new Holder.WholeGuild(), limit, new Cap.AtMost(amount));
        scene.asks(scene.alice, "one");

        assertThat(refusal(scene, scene.bob))
                .startsWith(
                        said + " You have left: 4 songs today, 5:00 of music today. " + reset + " limits start anew")
                .doesNotContain("$");
    }

    @Test
    void aServerThatHasAsManySongsInTheWorksAsItMayAsksToWait() {
        Scene scene = rig.scene();
        rule(scene, new Holder.WholeGuild(), Limit.CONCURRENT_SONGS, new Cap.AtMost(1));
        scene.asks(scene.alice, "one");

        assertThat(refusal(scene, scene.bob))
                .isEqualTo("This server has as many songs in the works as it may have at a time. "
                        + "Ask again when one is done. You have left: 4 songs today, 5:00 of music today.");
    }

    @Test
    void aModelWithoutAKnownPriceIsRefusedUnderACeilingAndOthersAreNamed() {
        Scene scene = rig.scene();
        Map<String, Object> song = Map.of("prompt", "a river", "model", "booth/tiny");
        assertThat(scene.says(scene.bob, "song", song).content()).startsWith("Your song is in the works");
        everyone(scene, Limit.MONTHLY_USD, 100_000_000);

        assertThat(scene.says(scene.alice, "song", song).content())
                .isEqualTo("Spending is limited here, and nobody knows what a song by `booth/tiny` costs."
                        + " Choose one of: `studio/grand`.");
    }

    @Test
    void whoeverIsBlockedReadsThatAndTheirSongInTheWorksStillComes() throws Exception {
        Scene scene = rig.scene();
        Job song = scene.asks(scene.alice, "one");
        assertThat(rig.database.blockedMembers().block(new Block(scene.account(scene.alice), ADMIN, Instant.now())))
                .isTrue();

        assertThat(refusal(scene, scene.alice))
                .isEqualTo(
                        "The admins of this server do not let you ask for songs here any more. Songs that you have in"
                                + " the works still come. If you think that this is a mistake, please talk to them.");
        scene.asks(scene.bob, "of bob");
        Job rendered = scene.rendered(song);
        assertThat(rig.publisher().publish(rendered, rig.track(1000)))
                .isInstanceOf(dev.earworm.jobs.Publication.Published.class);

        assertThat(rig.database.blockedMembers().unblock(scene.account(scene.alice)))
                .isTrue();
        scene.asks(scene.alice, "two");
    }

    @Test
    void aButtonThatOrdersASongAsksTheSameQuota() throws Exception {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "one");
        everyone(scene, Limit.WEEKLY_SONGS, 1);
        SandboxMessage posted = scene.alice.sees(scene.general).stream()
                .filter(message -> message.id()
                        == scene.find(job)
                                .trackMessage()
                                .orElseThrow()
                                .message()
                                .value())
                .findFirst()
                .orElseThrow();

        SandboxInteraction press = scene.alice.in(scene.general).presses(posted, "Again");

        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content())
                .startsWith("You have had 1 song this week, and the limit is 1 a week.");
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void whatWasForgivenIsFreeAgainButTheMoneyIsSpent() {
        Scene scene = rig.scene();
        everyone(scene, Limit.DAILY_SONGS, 1);
        everyone(scene, Limit.DAILY_USD, 500_000);
        scene.asks(scene.alice, "one");
        rig.database.ledger().forgive(scene.account(scene.alice));

        scene.asks(scene.alice, "two");
        assertThat(rig.database.ledger().usage(scene.account(scene.alice), QuotaDay.of(Instant.now())))
                .isEqualTo(used(1, 30, Usd.of("0.40"), 2));
        rig.database.ledger().forgive(scene.account(scene.alice));
        assertThat(refusal(scene, scene.alice)).startsWith("This song costs about $0.20, and you have $0.10");
    }

    private static String refusal(Scene scene, SandboxMember member) {
        SandboxMessage answer = scene.says(member, "song", Map.of("prompt", "one more", "model", "studio/grand"));
        assertThat(answer.content()).doesNotContain("in the works:");
        return answer.content();
    }

    private static void everyone(Scene scene, Limit limit, long amount) {
        rule(scene, new Holder.Everyone(), limit, new Cap.AtMost(amount));
    }

    private static void rule(Scene scene, Holder holder, Limit limit, Cap cap) {
        rig.database.quotaRules().set(new GuildId(scene.guild.id()), new QuotaRule(holder, limit, cap));
    }
}
