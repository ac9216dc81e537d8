package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Limit;
import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxRole;
import dev.earworm.settings.AuditEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotaAdminTest {
    private static final String CONFIGURED = "4 songs a day, 5:00 of music a day, 3 songs at a time";
    private static final String OTHERWISE =
            "Whatever is not named has no limit. A member's own limit goes before a role's, the most generous role before"
                    + " everyone.";

    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** No test shall run into midnight. */
    @BeforeEach
    void goToNoon() {
        Instant now = Instant.now();
        Instant noon = now.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atTime(12, 0)
                .toInstant(ZoneOffset.UTC);
        rig.clock.isAhead(Duration.between(now, noon));
    }

    @AfterEach
    void comeBack() {
        rig.clock.isAhead(Duration.ZERO);
    }

    @Test
    void aLimitForEveryoneHoldsForTheVeryNextSongAndSaysWhomItStops() {
        Scene scene = managed();
        scene.getsSong(scene.bob, "one");

        String answer = admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1));

        assertThat(answer)
                .matches(
                        "\\*\\*Everyone:\\*\\* 1 song a day\nThat holds from the next song on\\. 1 member has had as much as"
                                + " that, and gets no more songs until that starts anew <t:\\d+:R>\\.");
        assertThat(scene.says(scene.bob, "song", Map.of("prompt", "two")).content())
                .startsWith("You have had 1 song today, and the limit is 1 a day.");
        assertThat(scene.asks(scene.alice, "hers").account()).isEqualTo(scene.account(scene.alice));
    }

    @Test
    void aMembersOwnLimitGoesBeforeEveryonesAndIsTakenAwayAgain() {
        Scene scene = managed();
        admin(scene, "set", Map.of("limit", "daily_songs", "amount", 0));

        assertThat(admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1, "member", scene.bob)))
                .isEqualTo("**<@%d>:** 1 song a day\nThat holds from the next song on. At present it stops nobody."
                        .formatted(scene.bob.id()));
        scene.getsSong(scene.bob, "one");
        assertThat(admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1, "member", scene.bob)))
                .contains("<@%d> has had as much as that, and gets no more songs until that starts anew <t:"
                        .formatted(scene.bob.id()));

        assertThat(admin(scene, "clear", Map.of("limit", "daily_songs", "member", scene.bob)))
                .isEqualTo(
                        "Taken away, for <@%d>: 1 song a day. What is more general holds again, from the next song on."
                                .formatted(scene.bob.id()));
        assertThat(scene.says(scene.bob, "song", Map.of("prompt", "two")).content())
                .contains("the limit is 0 a day");
        assertThat(admin(scene, "clear", Map.of("member", scene.bob)))
                .isEqualTo("Nothing of that is set for <@%d>.".formatted(scene.bob.id()));
    }

    @Test
    void theMostGenerousRoleCountsAndUnlimitedIsTheMost() {
        Scene scene = managed();
        var fans = scene.guild.role("fans");
        scene.bob.gets(fans);
        admin(scene, "set", Map.of("limit", "daily_songs", "amount", 0));

        assertThat(admin(scene, "set", Map.of("limit", "daily_songs", "unlimited", true, "role", fans)))
                .isEqualTo(
                        "**<@&%d>:** any number of songs a day\nThat holds from the next song on. At present it stops nobody."
                                .formatted(fans.id()));

        scene.getsSong(scene.bob, "one");
        assertThat(admin(scene, "show", Map.of("role", fans)))
                .isEqualTo(
                        "**<@&%d>:** any number of songs a day\nWhatever is not named is as for everyone. Of several roles the"
                                        .formatted(fans.id())
                                + " most generous counts.");
        assertThat(admin(scene, "show", Map.of("member", scene.bob)))
                .isEqualTo("""
                        **Limits of <@%d>**
                        • any number of songs a day (by <@&%d>)
                        • 5:00 of music a day (set by whoever runs this bot): 0:30 had, 4:30 left
                        • 3 songs at a time (set by whoever runs this bot): 0 had, 3 left""".formatted(scene.bob.id(), fans.id()));
    }

    @Test
    void allTogetherAreLimitedInSongsAndInMoney() {
        Scene scene = managed();
        scene.getsSong(scene.bob, "one");

        assertThat(admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1, "together", true)))
                .matches(
                        "\\*\\*All members together:\\*\\* 1 song a day\nThat holds from the next song on\\. The server has had"
                                + " as much as that, and nobody gets a song until that starts anew <t:\\d+:R>\\.");
        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "two")).content())
                .contains("This server has had all its songs for today.");
        admin(scene, "clear", Map.of("together", true));
        assertThat(admin(scene, "set", Map.of("limit", "monthly_usd", "amount", 12.5, "together", true)))
                .startsWith("**All members together:** $12.50 a month\n");

        assertThat(admin(scene, "show", Map.of())).isEqualTo("""
                        **Limits here**
                        **Everyone:** %s
                        • $12.50 a month (all members together): $0.00 had, $12.50 left
                        %s""".formatted(CONFIGURED, OTHERWISE));
    }

    @Test
    void theListNamesRolesMembersAndThoseWhoAreBlocked() {
        Scene scene = managed();
        var fans = scene.guild.role("fans");
        admin(scene, "set", Map.of("limit", "weekly_seconds", "amount", 90.5, "role", fans));
        admin(scene, "set", Map.of("limit", "concurrent_songs", "amount", 1, "member", scene.alice));
        admin(scene, "set", Map.of("limit", "monthly_songs", "unlimited", true, "member", scene.alice));
        admin(scene, "block", Map.of("member", scene.bob));

        assertThat(admin(scene, "show", Map.of()))
                .isEqualTo("""
                        **Limits here**
                        **Everyone:** %s
                        **<@&%d>:** 1:30:30 of music a week
                        **<@%d>:** any number of songs a month, 1 song at a time
                        **Blocked:** <@%d>
                        %s""".formatted(CONFIGURED, fans.id(), scene.alice.id(), scene.bob.id(), OTHERWISE));
    }

    @Test
    void aGrantIsOnTopAndShown() {
        Scene scene = managed();
        admin(scene, "set", Map.of("limit", "daily_songs", "amount", 0));

        assertThat(admin(scene, "grant", Map.of("member", scene.bob, "amount", 2, "what", "songs")))
                .isEqualTo(
                        "<@%d> got 2 songs on top. That counts today, this week and this month. Now: 2 songs a day, 0 had, 2 left."
                                .formatted(scene.bob.id()));
        scene.getsSong(scene.bob, "one");
        assertThat(admin(scene, "show", Map.of("member", scene.bob)))
                .contains("• 2 songs a day (as for everyone; 2 of it on top from an admin): 1 had, 1 left");
        assertThat(admin(scene, "grant", Map.of("member", scene.bob, "amount", 1.5, "what", "usd")))
                .isEqualTo("<@%d> got $1.50 on top. No limit of theirs counts that, so it changes nothing at present."
                        .formatted(scene.bob.id()));
        assertThat(admin(scene, "grant", Map.of("member", scene.bob, "amount", 1.5, "what", "seconds")))
                .isEqualTo(
                        "<@%d> got 1:30 of music on top. That counts today, this week and this month. Now: 6:30 of music a"
                                        .formatted(scene.bob.id())
                                + " day, 0:30 had, 6:00 left.");
    }

    @Test
    void whatAMemberHasHadCountsNoMoreAfterAReset() {
        Scene scene = managed();
        admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1));
        scene.getsSong(scene.bob, "one");
        assertThat(scene.says(scene.bob, "song", Map.of("prompt", "two")).content())
                .startsWith("You have had 1 song today");

        assertThat(admin(scene, "reset", Map.of("member", scene.bob)))
                .isEqualTo(
                        "What <@%d> has had so far counts no more; only money that was spent does. Now: 1 song left today."
                                .formatted(scene.bob.id()));

        assertThat(scene.asks(scene.bob, "two").account()).isEqualTo(scene.account(scene.bob));
    }

    @Test
    void aBlockedMemberGetsNoSongUntilThatIsLifted() {
        Scene scene = managed();

        assertThat(admin(scene, "block", Map.of("member", scene.bob, "reason", "spam *and* noise")))
                .isEqualTo("<@%d> gets no songs here from now on. What they have in the works still comes."
                        .formatted(scene.bob.id()));
        assertThat(scene.says(scene.bob, "song", Map.of("prompt", "one")).content())
                .startsWith("The admins of this server do not let you ask for songs here any more.");
        assertThat(admin(scene, "block", Map.of("member", scene.bob)))
                .matches("<@\\d+> gets no songs here already, since <t:\\d+:f>\\.");
        assertThat(admin(scene, "show", Map.of("member", scene.bob)))
                .containsPattern(
                        "Blocked by <@%d> since <t:\\d+:f>: gets no songs here\\.".formatted(scene.alice.id()));
        assertThat(notes(scene))
                .containsExactly("<@%d> blocked <@%d>. Reason: spam \\*and\\* noise"
                        .formatted(scene.alice.id(), scene.bob.id()));

        assertThat(admin(scene, "unblock", Map.of("member", scene.bob)))
                .isEqualTo("<@%d> may ask for songs again.".formatted(scene.bob.id()));
        assertThat(admin(scene, "unblock", Map.of("member", scene.bob)))
                .isEqualTo("<@%d> was not blocked.".formatted(scene.bob.id()));
        scene.asks(scene.bob, "one");
    }

    @Test
    void everyChangeIsWrittenDownWithWhoMadeIt() {
        Scene scene = managed();
        admin(scene, "set", Map.of("limit", "daily_usd", "amount", 2, "together", true));
        admin(scene, "clear", Map.of("together", true));
        admin(scene, "grant", Map.of("member", scene.bob, "amount", 1, "what", "songs"));
        admin(scene, "reset", Map.of("member", scene.bob));
        admin(scene, "block", Map.of("member", scene.bob));
        admin(scene, "unblock", Map.of("member", scene.bob));
        admin(scene, "show", Map.of());

        String alice = "<@" + scene.alice.id() + ">";
        String bob = "<@" + scene.bob.id() + ">";
        assertThat(notes(scene))
                .containsExactly(
                        alice + " unblocked " + bob + ".",
                        alice + " blocked " + bob + ".",
                        alice + " let what " + bob + " has had so far count no more.",
                        alice + " gave " + bob + " on top: 1 song.",
                        alice + " took a limit away, for All members together: $2.00 a day.",
                        alice + " set a limit. **All members together:** $2.00 a day");
    }

    @Test
    void whatCannotBeIsSaidAndChangesNothing() {
        Scene scene = managed();
        SandboxMember stranger = rig.scene().guild.member("a stranger");
        var foreign = rig.scene().guild.role("foreign");
        String bad = "That amount cannot be: songs are whole, and anything is from 0 to 1,000,000.";

        assertThat(admin(scene, "set", Map.of("limit", "daily_songs")))
                .isEqualTo("Please give either an amount, or unlimited.");
        assertThat(admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1, "unlimited", true)))
                .isEqualTo("Please give either an amount, or unlimited.");
        assertThat(admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1.5)))
                .isEqualTo(bad);
        assertThat(admin(
                        scene,
                        "set",
                        Map.of("limit", "daily_songs", "amount", 1, "member", scene.bob, "together", true)))
                .isEqualTo("Please choose either a member, or a role, or all together.");
        assertThat(admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1, "member", stranger)))
                .isEqualTo("That is no member of this server.");
        assertThat(admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1, "role", foreign)))
                .isEqualTo("There is no such role here.");
        assertThat(admin(scene, "grant", Map.of("member", scene.bob, "amount", 0, "what", "songs")))
                .isEqualTo("That amount cannot be: songs are whole, and anything is more than 0 and up to 1,000,000.");
        assertThat(admin(scene, "block", Map.of("member", stranger))).isEqualTo("That is no member of this server.");
        assertThatThrownBy(() -> admin(scene, "set", Map.of("limit", "daily_songs", "amount", -1)))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining("at least 0");
        assertThatThrownBy(() -> admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1_000_001)))
                .isInstanceOf(ClientRefusalException.class);

        assertThat(notes(scene)).isEmpty();
        assertThat(rig.database.quotaRules().of(new GuildId(scene.guild.id()))).isEmpty();
    }

    @Test
    void whatWasSetForSomebodyWhoHasLeftCanBeTakenAwayAndTheirBlockLifted() {
        Scene scene = managed();
        SandboxMember carol = scene.guild.member("carol");
        admin(scene, "set", Map.of("limit", "daily_songs", "amount", 1, "member", carol));
        admin(scene, "block", Map.of("member", carol));
        carol.leaves();

        assertThat(admin(scene, "clear", Map.of("member", carol))).startsWith("Taken away, for <@" + carol.id() + ">");
        assertThat(admin(scene, "unblock", Map.of("member", carol)))
                .isEqualTo("<@%d> may ask for songs again.".formatted(carol.id()));
    }

    @Test
    void anotherServerKnowsNothingOfIt() {
        Scene here = managed();
        Scene elsewhere = managed();

        admin(here, "set", Map.of("limit", "daily_songs", "amount", 0));

        assertThat(admin(elsewhere, "show", Map.of())).contains("**Everyone:** " + CONFIGURED);
        elsewhere.asks(elsewhere.bob, "a song");
    }

    @Test
    void aListThatIsTooLongSaysHowManyMoreThereAre() {
        Scene scene = managed();
        for (int i = 0; i < 60; i++) {
            SandboxMember member = scene.guild.member("member " + i);
            admin(scene, "set", Map.of("limit", "daily_songs", "amount", i, "member", member));
            admin(scene, "block", Map.of("member", member));
        }

        String list = admin(scene, "show", Map.of());

        assertThat(list)
                .hasSizeLessThanOrEqualTo(2000)
                .containsPattern("… and \\d+ more")
                .contains("**Blocked:**");
    }

    @Test
    void aMemberOfWhomEverythingIsLimitedIsShownAsMuchOfItAsFitsIntoAMessage() {
        Scene scene = managed();
        SandboxRole fans = scene.guild.role("fans");
        scene.bob.gets(fans);
        for (Limit limit : Limit.values()) {
            Map<String, ?> most = Map.of("limit", limit.name().toLowerCase(Locale.ROOT), "amount", 987_654);
            admin(scene, "set", with(most, "role", fans));
            admin(scene, "set", with(most, "together", true));
        }
        for (String what : List.of("songs", "seconds", "usd")) {
            admin(scene, "grant", Map.of("member", scene.bob, "what", what, "amount", 123_456));
        }
        admin(scene, "block", Map.of("member", scene.bob));
        scene.alice.speaking("fr");

        assertThat(admin(scene, "show", Map.of("member", scene.bob)))
                .startsWith("**Les limites de <@%d>**\n".formatted(scene.bob.id()))
                .hasSizeLessThanOrEqualTo(2000)
                .containsPattern("… et \\d de plus$");
    }

    private static Map<String, ?> with(Map<String, ?> options, String name, Object value) {
        Map<String, Object> more = new HashMap<>(options);
        more.put(name, value);
        return more;
    }

    @Test
    void discordHidesItFromMembersWhoDoNotManageTheServer() {
        Scene scene = rig.scene();

        for (String task : List.of("show", "set", "clear", "grant", "reset", "block", "unblock")) {
            assertThatThrownBy(() -> scene.bob.in(scene.general).runs("admin quota " + task, new HashMap<>()))
                    .isInstanceOf(ClientRefusalException.class)
                    .hasMessageContaining("is not shown a command /admin");
        }
    }

    private static Scene managed() {
        Scene scene = rig.scene();
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        return scene;
    }

    private static String admin(Scene scene, String task, Map<String, ?> options) {
        var answer = scene.says(scene.alice, "admin quota " + task, options);
        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.pings().users()).isEmpty();
        return answer.content();
    }

    /** The latest first. */
    private static List<String> notes(Scene scene) {
        return rig.database.auditLog().latest(new GuildId(scene.guild.id()), 20).stream()
                .map(AuditEntry::what)
                .toList();
    }
}
