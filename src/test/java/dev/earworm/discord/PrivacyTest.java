package dev.earworm.discord;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earworm.discord.BotRig.Scene;
import dev.earworm.drafts.Draft;
import dev.earworm.drafts.SongForm;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.Visibility;
import dev.earworm.library.FinishedSongs;
import dev.earworm.music.JobId;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.UserId;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import dev.earworm.settings.AuditEntry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyTest {
    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @AfterEach
    void calmDown() {
        rig.sandbox.faults().clear();
    }

    @Test
    void aMemberReadsWhatIsKeptAboutThemAlone() {
        Scene scene = rig.scene();

        SandboxMessage answer = scene.says(scene.alice, "privacy");

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content()).startsWith("**What I keep about you**\n• Each song that you ask for");
        assertThat(answer.buttons())
                .extracting(button -> button.label())
                .containsExactly("Export everything about me", "Delete everything about me");
    }

    @Test
    void everythingAboutMeIsAFile() throws Exception {
        Scene scene = rig.scene();
        scene.getsSong(scene.alice, "a calm river of alice's");
        scene.getsSong(scene.bob, "a wild sea of bob's");
        SandboxMessage answer = scene.says(scene.alice, "privacy");

        SandboxMessage exported = scene.alice
                .in(scene.general)
                .presses(answer, "Export everything about me")
                .awaitResponse(BotRig.SOON);

        assertThat(exported.isEphemeral()).isTrue();
        assertThat(exported.content()).startsWith("Everything that I keep about you");
        SandboxFile file = exported.files().getFirst();
        assertThat(file.name()).isEqualTo("earworm-about-me.json");
        JsonNode json = new ObjectMapper().readTree(file.bytes());
        assertThat(json.path("songs")).hasSize(1);
        assertThat(json.path("songs").get(0).path("prompt").asText()).isEqualTo("a calm river of alice's");
        assertThat(json.path("quota").get(0).path("state").asText()).isEqualTo("COMMITTED");
        assertThat(json.toString()).doesNotContain("bob's").doesNotContain("oken");
    }

    @Test
    void whoeverIsForgottenIsInNoTableButForWhatCountsToday() throws Exception {
        Scene scene = rig.scene();
        Job posted = scene.getsSong(scene.alice, Map.of("prompt", "unforgettable words", "lyrics", "secret lines"));
        rig.database.library().rename(posted.id(), scene.account(scene.alice), "unforgettable title");
        rig.database.library().favour(posted.id(), scene.account(scene.alice));
        rig.database.copies().add(posted.id(), posted.trackMessage().orElseThrow(), Instant.now());
        FinishedSongs songs = new FinishedSongs(rig.database.jobs());
        songs.posted(scene.account(scene.alice), "unforgettable secret", Visibility.PRIVATE, Instant.now());
        Job kept = songs.kept(
                scene.account(scene.alice),
                "unforgettable kept",
                Instant.now(),
                Instant.now().plus(Duration.ofDays(9)));
        Job waiting = scene.asks(scene.alice, "unforgettable wish");
        rig.database
                .drafts()
                .add(
                        new Draft.Typed(
                                JobId.next(Instant.now()),
                                scene.account(scene.alice),
                                new SongForm("unforgettable draft", "", "", "", "")),
                        Instant.now());
        scene.getsSong(scene.bob, "bob's song");
        UserId bob = new UserId(scene.bob.id());
        GuildId guild = new GuildId(scene.guild.id());
        rig.database
                .auditLog()
                .add(new AuditEntry(
                        guild,
                        bob,
                        Instant.now(),
                        "%s deleted a song of %s.".formatted(scene.bob.mention(), scene.alice.mention())));

        SandboxMessage done = forgets(scene, "Delete my data");

        assertThat(done.content())
                .startsWith("I have forgotten you and your 4 songs. What counts against your quota of today, "
                        + "this week and this month stays until <t:");
        assertThat(done.buttons()).isEmpty();
        assertThat(cellsWith("unforgettable")).isEmpty();
        assertThat(cellsWith("secret lines")).isEmpty();
        assertThat(cellsWith(Long.toString(scene.alice.id())))
                .as("today's quota")
                .allMatch(cell -> cell.equals("reservation.user_id"));
        assertThat(rig.database.auditLog().latest(guild, 1).getFirst().what())
                .isEqualTo(scene.bob.mention() + " deleted a song of (forgotten).");
        assertThat(rig.kept.of(kept.id())).isEmpty();
        assertThat(rig.database.jobs().find(waiting.id()).map(Job::state)).contains(JobState.CANCELLED);
        assertThat(scene.general.messages())
                .as("messages stay")
                .anyMatch(message -> !message.files().isEmpty());
        assertThat(rig.database.ledger().usage(scene.account(scene.alice), QuotaDay.of(Instant.now())))
                .isEqualTo(used(1, 30, 0));
        assertThat(scene.says(scene.alice, "library").content()).startsWith("You have no songs here yet.");
        assertThat(scene.says(scene.bob, "library").content()).contains("bob's song");

        rig.personalData(rig.connection).forgetLeftovers(Instant.now().plus(Duration.ofDays(40)));

        assertThat(cellsWith(Long.toString(scene.alice.id()))).isEmpty();
        assertThat(cellsWith(Long.toString(scene.bob.id()))).isNotEmpty();
    }

    @Test
    void whereThatIsAskedForTheMessagesOfMySongsGoToo() throws Exception {
        Scene scene = rig.scene();
        scene.getsSong(scene.alice, "a calm river");
        scene.getsSong(scene.alice, Map.of("prompt", "a secret", "private", true));
        scene.getsSong(scene.bob, "bob's song");
        assertThat(scene.alice.directMessages()).hasSize(1);

        SandboxMessage done = forgets(scene, "Delete my data and the messages of my songs");

        assertThat(done.content())
                .startsWith("I have forgotten you and your 2 songs.")
                .doesNotContain("still there");
        assertThat(scene.alice.directMessages()).isEmpty();
        assertThat(scene.bob.sees(scene.general))
                .extracting(SandboxMessage::content)
                .noneMatch(content -> content.contains("calm river") || content.contains(scene.alice.mention()))
                .hasSize(2);
    }

    @Test
    void whatTheBotCannotReachAnyMoreIsSaid() throws Exception {
        Scene scene = rig.scene();
        scene.getsSong(scene.alice, "a calm river");
        SandboxMessage answer = scene.says(scene.alice, "privacy");
        scene.general.deny(scene.guild.botRole(), Permission.VIEW_CHANNEL);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.VIEW_CHANNEL);

        SandboxMessage done = forgets(scene, answer, "Delete my data and the messages of my songs");

        assertThat(done.content()).endsWith("\nOf 1 song messages are still there: I do not reach them any more.");
    }

    @Test
    void aDiscordThatIsNotWellForgetsNothing() throws Exception {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        rig.sandbox.faults().next(9, "DELETE /channels/*/messages/*", new Fault.Status(500));

        SandboxMessage done = forgets(scene, "Delete my data and the messages of my songs");

        assertThat(done.content()).startsWith("Discord does not answer well at the moment");
        assertThat(done.buttons()).hasSize(3);
        assertThat(rig.database.jobs().find(job.id()).map(Job::account)).contains(scene.account(scene.alice));
    }

    @Test
    void whileASongIsBeingMadeNothingIsDeleted() throws Exception {
        Scene scene = rig.scene();
        Job making = scene.rendered(scene.asks(scene.alice, "a calm river"));

        SandboxMessage refused = forgets(scene, "Delete my data");

        assertThat(refused.content())
                .isEqualTo("1 song of yours is being made. Nothing was deleted; songs that waited were called back. "
                        + "Please press again when it is done.");
        assertThat(rig.database.jobs().find(making.id()).map(Job::account)).contains(scene.account(scene.alice));
    }

    @Test
    void whoThinksBetterOfItLosesNothing() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");

        SandboxMessage done = forgets(scene, "Keep everything");

        assertThat(done.content()).isEqualTo("Nothing was deleted.");
        assertThat(rig.database.jobs().find(job.id()).map(Job::account)).contains(scene.account(scene.alice));
    }

    @Test
    void aForgedButtonForgetsWhoeverPressesItAndNobodyElse() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        SandboxMessage answer = scene.says(scene.bob, "privacy");

        SandboxInteraction press = scene.bob.in(scene.general).pressesForged(answer, "privacy_forget_data:" + job.id());

        rig.eventually(() -> press.response().content().startsWith("I have forgotten you and your songs"));
        assertThat(rig.database.jobs().find(job.id()).map(Job::account)).contains(scene.account(scene.alice));
    }

    private static SandboxMessage forgets(Scene scene, String how) {
        return forgets(scene, scene.says(scene.alice, "privacy"), how);
    }

    private static SandboxMessage forgets(Scene scene, SandboxMessage answer, String how) {
        SandboxInteraction asked = scene.alice.in(scene.general).presses(answer, "Delete everything about me");
        rig.eventually(() -> asked.response().content().startsWith("Delete everything that I keep about you"));
        SandboxMessage question = asked.response();
        SandboxInteraction pressed = scene.alice.in(scene.general).presses(question, how);
        rig.eventually(() -> !pressed.response().content().equals(question.content()));
        return pressed.response();
    }

    /** Every place in the database that holds this, whatever tables there are. */
    private static List<String> cellsWith(String sought) throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Connection connection = rig.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String column : columns(statement)) {
                String[] names = column.split("\\.");
                String sql = "SELECT count(*) FROM \"%s\" WHERE CAST(\"%s\" AS TEXT) LIKE '%%%s%%'"
                        .formatted(names[0], names[1], sought);
                try (ResultSet count = statement.executeQuery(sql)) {
                    count.next();
                    for (int i = 0; i < count.getInt(1); i++) {
                        cells.add(column);
                    }
                }
            }
        }
        return cells;
    }

    private static List<String> columns(Statement statement) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = statement.getConnection().getMetaData().getColumns(null, null, "%", "%")) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (!table.startsWith("pg_")
                        && !table.startsWith("sqlite_")
                        && isOurs(found.getString("TABLE_SCHEM"))) {
                    columns.add(table + "." + found.getString("COLUMN_NAME"));
                }
            }
        }
        assertThat(columns).contains("job.prompt", "draft.form", "reservation.user_id");
        return columns;
    }

    /** SQLite has no schemas; PostgreSQL has some of its own. */
    private static boolean isOurs(@Nullable String schema) {
        return schema == null || schema.equals("public");
    }
}
