package dev.earworm.discord;

import static dev.earworm.usage.UsedSongs.UNKNOWN;
import static dev.earworm.usage.UsedSongs.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.audio.picture.ChartArt;
import dev.earworm.audio.picture.ChartArt.Bar;
import dev.earworm.audio.picture.ChartArt.Panel;
import dev.earworm.audio.picture.ChartArt.Unit;
import dev.earworm.discord.BotRig.Scene;
import dev.earworm.music.ModelId;
import dev.earworm.quota.Account;
import dev.earworm.quota.Charge;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.usage.UsedSongs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    private static final ModelId MUSIC = new ModelId("booth", "music_v1");
    private static final ModelId CHORUS = new ModelId("choir", "chorus");
    /** By day; and for the last 30 days. */
    private static final String SPAN_MENU = "usage_span:0000000000000000:0";

    private static final String GROUPING_MENU = "usage_grouping:0000000000000000:1";
    private static final String SHEET = "usage_sheet:0000000000000000:1";

    private static BotRig rig;
    private static UsedSongs songs;

    private LocalDate today;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
        songs = new UsedSongs(rig.database.jobs(), rig.database.ledger());
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** No test shall run into midnight. */
    @BeforeEach
    void goToNoon() {
        Instant now = Instant.now();
        LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate();
        today = day.plusDays(1);
        rig.clock.isAhead(Duration.between(now, noon(today)));
    }

    @AfterEach
    void comeBack() {
        rig.clock.isAhead(Duration.ZERO);
    }

    @Test
    void theAnswerSaysWhatWasMadeWhenAndForHowMuchAndIsForItsReaderAlone() {
        Scene scene = busy();

        SandboxMessage answer = scene.says(scene.alice, "admin usage");

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content()).isEqualTo("""
                        **What was made here** from %s to %s (days in UTC)
                        4 songs delivered, 6 minutes of music · 1 failed · 1 called back
                        Cost: about $1.75, of which $0.25 is estimated from prices. What 1 song cost is not known.
                        1 song is still in the works.
                        `  Day Songs Failed Min.     USD`
                        `%s     1      1  1.5    1.00`
                        `%s     3      0  4.5 ~0.75+?`
                        -# ~ means that it is estimated, wholly or partly.
                        -# ? means that the cost of some songs is not known.
                        -# In the picture: ♪ songs; solid is delivered, striped is failed. $ cost; solid is charged, \
                        striped is estimated. Below are the days of the month.""".formatted(
                        today.minusDays(29), today, monthAndDay(today.minusDays(3)), monthAndDay(today)));
    }

    @Test
    void thePictureHasABarForEachDayOfTheMonthAndIsSaidInWordsForThoseWhoDoNotSeeIt() throws IOException {
        Scene scene = busy();

        SandboxMessage answer = scene.says(scene.alice, "admin usage", Map.of("period", "last_7_days"));

        List<String> days = today.minusDays(6)
                .datesUntil(today.plusDays(1))
                .map(day -> "" + day.getDayOfMonth())
                .toList();
        Bar none = new Bar(0, 0);
        List<Bar> made = List.of(none, none, none, new Bar(1, 1), none, none, new Bar(3, 0));
        List<Bar> cost = List.of(none, none, none, new Bar(1_000_000, 0), none, none, new Bar(500_000, 250_000));
        ChartArt expected = ChartArt.of(days, List.of(new Panel(Unit.SONGS, made), new Panel(Unit.DOLLARS, cost)), '.');
        SandboxFile picture = answer.files().getFirst();
        assertThat(picture.bytes()).isEqualTo(expected.png());
        assertThat(picture.name()).isEqualTo("usage.png");
        assertThat(picture.description())
                .contains("The table above as bars. 4 songs delivered, 6 minutes of music · 1 failed · 1 called back");
    }

    @Test
    void byMemberThoseWithTheMostSongsComeFirst() throws IOException {
        Scene scene = busy();
        songs.delivered(scene.account(scene.bob), CHORUS, noon(today), usd("0"), usd("0"));

        SandboxMessage answer = scene.says(scene.alice, "admin usage", Map.of("by", "member"));

        assertThat(answer.content())
                .contains("""
                        `No. Songs Failed Min.     USD`
                        `  1     3      1  4.5 ~0.25+?` <@%s>
                        `  2     2      0  3.0    1.50` <@%s>
                        """.formatted(scene.bob.id(), scene.alice.id()))
                .contains("Below are the numbers of the lines.");
        assertThat(answer.pings().users()).isEmpty();
        List<Bar> made = List.of(new Bar(3, 1), new Bar(2, 0));
        List<Bar> cost = List.of(new Bar(0, 250_000), new Bar(1_500_000, 0));
        assertThat(answer.files().getFirst().bytes())
                .isEqualTo(ChartArt.of(
                                List.of("1", "2"),
                                List.of(new Panel(Unit.SONGS, made), new Panel(Unit.DOLLARS, cost)),
                                '.')
                        .png());
    }

    @Test
    void thoseWhoWereForgottenAreOneLineWithoutAName() {
        Scene scene = busy();
        rig.database.jobs().unfinished().forEach(job -> {
            rig.database.jobs().cancel(job.id(), rig.clock.instant());
            rig.database.ledger().release(job.id(), Charge.NONE);
        });
        rig.personalData(rig.connection).forget(scene.account(scene.bob).user());

        SandboxMessage answer = scene.says(scene.alice, "admin usage", Map.of("by", "member"));

        assertThat(answer.content())
                .contains("`  1     2      1  3.0 ~0.25+?` forgotten members")
                .doesNotContain("<@" + scene.bob.id());
    }

    @Test
    void ofFourHundredMembersTenAreNamedAndTheRestAreOneLine() {
        Scene scene = managed();
        for (int i = 0; i < 400; i++) {
            Account member = new Account(new GuildId(scene.guild.id()), new UserId(1000 + i));
            songs.delivered(member, MUSIC, noon(today), UNKNOWN, UNKNOWN);
        }

        SandboxMessage answer = scene.says(scene.alice, "admin usage", Map.of("by", "member"));

        assertThat(answer.content())
                .contains("`  10     1      0   1.5   ?` <@1009>")
                .contains("`+390   390      0 585.0   ?` 390 other members")
                .doesNotContain("$ cost;");
    }

    @Test
    void byModelAndInOtherDaysTheAnswerChangesInItsPlace() throws IOException {
        Scene scene = busy();
        songs.delivered(scene.account(scene.alice), CHORUS, noon(lastMonth().atDay(1)), UNKNOWN, UNKNOWN);
        SandboxMessage answer = scene.says(scene.alice, "admin usage");

        scene.alice.in(scene.general).selects(answer, GROUPING_MENU, "model");

        rig.eventually(() -> now(scene, answer).content().contains("` booth/music\\_v1\n"));
        SandboxMessage byModel = now(scene, answer);
        assertThat(byModel.content()).contains("` choir/chorus\n");
        assertThat(byModel.files().getFirst().bytes())
                .isNotEqualTo(answer.files().getFirst().bytes());
        assertThat(byModel.files()).hasSize(1);
        assertThat(byModel.buttons())
                .singleElement()
                .satisfies(button -> assertThat(button.label()).isEqualTo("As a spreadsheet"));

        scene.alice.in(scene.general).selects(byModel, "usage_span:0000000000000000:2", "last_month");

        rig.eventually(() -> now(scene, answer)
                .content()
                .contains(lastMonth().atDay(1) + " to " + lastMonth().atEndOfMonth()));
        assertThat(now(scene, answer).content()).contains("` choir/chorus\n");
    }

    @Test
    void withoutASongItSaysSoAndShowsAnEmptyPicture() throws IOException {
        Scene scene = managed();
        songs.delivered(scene.account(scene.alice), MUSIC, noon(today.minusDays(7)), UNKNOWN, UNKNOWN);
        busy();

        SandboxMessage answer = scene.says(scene.alice, "admin usage", Map.of("period", "last_7_days", "by", "member"));

        assertThat(answer.content()).isEqualTo("""
                        **What was made here** from %s to %s (days in UTC)
                        Nobody asked for a song in these days.""".formatted(today.minusDays(6), today));
        assertThat(answer.files().getFirst().bytes())
                .isEqualTo(ChartArt.of(List.of("1"), List.of(new Panel(Unit.SONGS, List.of(new Bar(0, 0)))), '.')
                        .png());
    }

    @Test
    void aMonthOfManySongsFitsInOneMessage() {
        Scene scene = managed();
        for (int day = 1; day <= lastMonth().lengthOfMonth(); day++) {
            Instant noon = noon(lastMonth().atDay(day));
            songs.delivered(scene.account(scene.alice), MUSIC, noon, usd("1234567.89"), UNKNOWN);
            songs.delivered(scene.account(scene.alice), MUSIC, noon, UNKNOWN, UNKNOWN);
        }

        SandboxMessage answer = scene.says(scene.alice, "admin usage", Map.of("period", "last_month"));

        assertThat(answer.content()).hasSizeLessThanOrEqualTo(2000).contains("~1,234,567.89+?");
        assertThat(answer.content().lines().filter(line -> line.contains("~1,234,567.89+?")))
                .hasSize(lastMonth().lengthOfMonth());
    }

    @Test
    void theSheetHasARowForEachSongAndNoWordsOfIt() throws IOException {
        Scene scene = busy();
        SandboxMember formula = scene.guild.member("=HYPERLINK(\"http://evil\",\"x\")");
        songs.delivered(scene.account(formula), MUSIC, noon(today).plusSeconds(1), usd("0.123456"), UNKNOWN);
        SandboxMember gone = scene.guild.member("soon gone");
        songs.delivered(scene.account(gone), MUSIC, noon(today).plusSeconds(2), UNKNOWN, UNKNOWN);
        gone.leaves();
        SandboxMessage answer = scene.says(scene.alice, "admin usage");

        SandboxMessage sheet = scene.alice
                .in(scene.general)
                .presses(answer, "As a spreadsheet")
                .awaitResponse(BotRig.SOON);

        assertThat(sheet.isEphemeral()).isTrue();
        assertThat(sheet.content())
                .isEqualTo(
                        "Every song of these days, without its words. Times are UTC, money is US dollars, and what nobody"
                                + " knows is empty.");
        SandboxFile file = sheet.files().getFirst();
        assertThat(file.name()).isEqualTo("songs-%s-to-%s.csv".formatted(today.minusDays(29), today));
        String alice = scene.alice.id() + "," + scene.alice.name() + ",100,booth/music_v1,90,";
        String bob = scene.bob.id() + "," + scene.bob.name() + ",100,";
        String early = today.minusDays(3) + " 12:00:00,";
        String noon = today + " 12:00:00,";
        assertThat(rows(file))
                .containsExactlyInAnyOrder(
                        "asked_at_utc,member_id,member_name,channel_id,model,seconds,state,estimated_usd,actual_usd",
                        early + alice + "delivered,0.400000,1.000000",
                        early + bob + "choir/chorus,90,failed,9.990000,",
                        noon + alice + "delivered,0.400000,0.500000",
                        noon + bob + "booth/music_v1,90,delivered,0.250000,",
                        noon + bob + "choir/chorus,90,delivered,,",
                        noon + bob + "choir/chorus,90,cancelled,9.990000,",
                        noon + bob + "choir/chorus,90,queued,5.000000,",
                        today + " 12:00:01," + formula.id()
                                + ",\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\",100,booth/music_v1,90,delivered,0.123456,",
                        today + " 12:00:02," + gone.id() + ",,100,booth/music_v1,90,delivered,,");
    }

    @Test
    void discordHidesItFromMembersWhoDoNotManageTheServer() {
        Scene scene = rig.scene();

        assertThatThrownBy(() -> scene.bob.in(scene.general).runs("admin usage"))
                .isInstanceOf(ClientRefusalException.class);
    }

    @Test
    void whoDoesNotManageTheServerAnyMoreSeesNothingByMenuOrButton() {
        Scene scene = busy();
        var role = scene.guild.role("managers").grant(Permission.MANAGE_GUILD);
        scene.bob.gets(role);
        SandboxMessage answer = scene.says(scene.bob, "admin usage");
        scene.bob.loses(role);

        List<SandboxInteraction> tries = List.of(
                scene.bob.in(scene.general).selects(answer, GROUPING_MENU, "member"),
                scene.bob.in(scene.general).selects(answer, SPAN_MENU, "last_month"));
        SandboxInteraction press = scene.bob.in(scene.general).presses(answer, "As a spreadsheet");

        for (SandboxInteraction attempt : tries) {
            rig.eventually(() -> !attempt.followUps().isEmpty());
            assertThat(attempt.followUps().getFirst().content())
                    .isEqualTo("Only those who may manage this server can do that.");
        }
        assertThat(press.awaitResponse(BotRig.SOON).content())
                .isEqualTo("Only those who may manage this server can do that.");
        assertThat(press.response().files()).isEmpty();
    }

    @Test
    void aForgedPressOnAnotherMessageShowsNothing() {
        Scene scene = busy();
        SandboxMessage status = scene.says(scene.bob, "quota");

        SandboxMessage answer =
                scene.bob.in(scene.general).pressesForged(status, SHEET).awaitResponse(BotRig.SOON);

        assertThat(answer.content()).isEqualTo("Only those who may manage this server can do that.");
        assertThat(answer.files()).isEmpty();
    }

    @Test
    void anIdThatNamesNoDaysIsAnsweredInWords() {
        Scene scene = managed();
        SandboxMessage answer = scene.says(scene.alice, "admin usage");

        for (String id : List.of("usage_sheet:0000000000000000:9", "usage_sheet:0000000000000000")) {
            assertThat(scene.alice
                            .in(scene.general)
                            .pressesForged(answer, id)
                            .awaitResponse(BotRig.SOON)
                            .content())
                    .isEqualTo("There is no such view. Please run /admin usage again.");
        }
    }

    private static List<String> rows(SandboxFile file) throws IOException {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        return List.of(text.substring(1).split("\r\n"));
    }

    private YearMonth lastMonth() {
        return YearMonth.from(today).minusMonths(1);
    }

    private static SandboxMessage now(Scene scene, SandboxMessage answer) {
        return scene.alice.sees(scene.general).stream()
                .filter(message -> message.id() == answer.id())
                .findFirst()
                .orElseThrow();
    }

    private Scene busy() {
        Scene scene = managed();
        songs.delivered(scene.account(scene.alice), MUSIC, noon(today.minusDays(3)), usd("0.40"), usd("1"));
        songs.failed(scene.account(scene.bob), CHORUS, noon(today.minusDays(3)));
        songs.delivered(scene.account(scene.alice), MUSIC, noon(today), usd("0.40"), usd("0.50"));
        songs.delivered(scene.account(scene.bob), MUSIC, noon(today), usd("0.25"), UNKNOWN);
        songs.delivered(scene.account(scene.bob), CHORUS, noon(today), UNKNOWN, UNKNOWN);
        songs.calledBack(scene.account(scene.bob), CHORUS, noon(today));
        songs.queued(scene.account(scene.bob), CHORUS, noon(today), usd("5"));
        return scene;
    }

    private static Scene managed() {
        Scene scene = rig.scene();
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        return scene;
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private static String monthAndDay(LocalDate day) {
        return day.toString().substring(5);
    }
}
