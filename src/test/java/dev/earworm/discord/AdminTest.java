package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.ChannelId;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.settings.AuditEntry;
import dev.earworm.settings.GuildSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /admin} but for its panel, which {@link SettingsPanelTest} has. */
class AdminTest {
    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void discordHidesTheCommandFromMembersWhoDoNotManageTheServer() {
        Scene scene = rig.scene();

        for (String task : List.of("settings", "pause", "resume", "changes")) {
            assertThatThrownBy(() -> scene.alice.in(scene.general).runs("admin " + task))
                    .isInstanceOf(ClientRefusalException.class)
                    .hasMessageContaining("is not shown a command /admin");
        }
    }

    @Test
    void aServerThatShowsTheCommandToOthersLetsThemDoNothingAllTheSame() {
        Scene scene = managed();
        scene.guild.opensCommand("admin");

        List<String> tasks = tasks();
        assertThat(tasks).contains("settings", "keys", "quota set", "usage", "words", "doctor");
        for (String task : tasks) {
            assertThat(scene.says(scene.bob, "admin " + task, options(task, scene))
                            .content())
                    .as(task)
                    .isEqualTo("Only those who may manage this server can do that.");
        }
        assertThat(rig.database.auditLog().latest(new GuildId(scene.guild.id()), 5))
                .isEmpty();
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    /** Every subcommand of {@code /admin}, with its group. */
    private static List<String> tasks() {
        Stream<String> alone = admin().getSubcommands().stream().map(Command.Subcommand::getName);
        Stream<String> grouped = admin().getSubcommandGroups().stream()
                .flatMap(group -> group.getSubcommands().stream().map(task -> group.getName() + " " + task.getName()));
        return Stream.concat(alone, grouped).toList();
    }

    /** Something for each option that Discord wants. */
    private static Map<String, Object> options(String task, Scene scene) {
        return Stream.concat(
                        admin().getSubcommands().stream(),
                        admin().getSubcommandGroups().stream().flatMap(group -> group.getSubcommands().stream()))
                .filter(subcommand -> subcommand.getFullCommandName().equals("admin " + task))
                .flatMap(subcommand -> subcommand.getOptions().stream())
                .filter(Command.Option::isRequired)
                .collect(Collectors.toMap(Command.Option::getName, option -> value(option, scene)));
    }

    private static Object value(Command.Option option, Scene scene) {
        if (!option.getChoices().isEmpty()) {
            return option.getChoices().getFirst().getAsString();
        }
        return switch (option.getType()) {
            case USER -> scene.bob;
            case INTEGER, NUMBER -> 1;
            default -> "something";
        };
    }

    private static Command admin() {
        return rig
                .connection
                .shards
                .connected()
                .orElseThrow()
                .getShards()
                .getFirst()
                .retrieveCommands()
                .complete()
                .stream()
                .filter(command -> command.getName().equals("admin"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pausingSaysWhatMembersReadAndIsWrittenDown() {
        Scene scene = managed();

        SandboxMessage answer = scene.says(scene.alice, "admin pause", Map.of("reason", "the *bill*"));

        long since = settings(scene).paused().orElseThrow().since().getEpochSecond();
        String sentence =
                "There are no new songs in this server since <t:%d:f>. Its admins have paused them: “the \\*bill\\*”"
                        .formatted(since);
        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content())
                .isEqualTo("From now on I accept no new songs; those in the works are still made."
                        + " This is what members read:\n> " + sentence);
        assertThat(scene.says(scene.bob, "song", Map.of("prompt", "x")).content())
                .isEqualTo(sentence);
        assertThat(scene.says(scene.alice, "admin settings").content())
                .startsWith("**How I behave in this server**\n" + sentence + "\n**Channels:**");
        assertThat(audit(scene)).containsExactly("<@%d> paused songs: “the \\*bill\\*”".formatted(scene.alice.id()));
    }

    @Test
    void pausingTwiceIsPausingOnceAndAnotherReasonTakesThePlaceOfTheFirst() {
        Scene scene = managed();
        scene.says(scene.alice, "admin pause");
        GuildSettings first = settings(scene);

        assertThat(scene.says(scene.alice, "admin pause").content())
                .startsWith("Songs are paused already. This is what members read:\n> There are no new songs");
        assertThat(settings(scene)).isEqualTo(first);
        assertThat(audit(scene)).hasSize(1);

        scene.says(scene.alice, "admin pause", Map.of("reason", "holidays"));
        assertThat(settings(scene).paused().orElseThrow().reason()).isEqualTo("holidays");
        assertThat(settings(scene).paused().orElseThrow().since())
                .isEqualTo(first.paused().orElseThrow().since());
        assertThat(scene.says(scene.alice, "admin pause", Map.of("reason", "holidays"))
                        .content())
                .startsWith("Songs are paused already.");
        assertThat(audit(scene)).hasSize(2);
    }

    @Test
    void resumingLetsSongsBeAskedForAndResumingTwiceSaysSo() {
        Scene scene = managed();
        scene.says(scene.alice, "admin pause");

        assertThat(scene.says(scene.alice, "admin resume").content()).isEqualTo("Songs can be asked for again.");
        assertThat(scene.says(scene.alice, "admin resume").content())
                .isEqualTo("Songs are not paused: they can be asked for.");
        assertThat(scene.says(scene.bob, "song", Map.of("prompt", "x")).content())
                .startsWith("Your song is in the works");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
        assertThat(audit(scene))
                .containsExactly(
                        "<@%d> let songs be asked for again.".formatted(scene.alice.id()),
                        "<@%d> paused songs.".formatted(scene.alice.id()));
    }

    @Test
    void aReasonIsOneLineThatNobodyIsPingedBy() {
        Scene scene = managed();

        SandboxMessage answer =
                scene.says(scene.alice, "admin pause", Map.of("reason", "@everyone\n<@%d>".formatted(scene.bob.id())));

        assertThat(answer.content().lines()).hasSize(2);
        assertThat(answer.pings().users()).isEmpty();
        SandboxMessage refusal = scene.says(scene.bob, "song", Map.of("prompt", "x"));
        assertThat(refusal.pings().users()).isEmpty();
        assertThat(refusal.content()).contains("\\@everyone");
    }

    @Test
    void aPauseOutlivesARestart(@TempDir Path folder) throws InterruptedException {
        try (BotRig other = BotRig.loggedIn(folder)) {
            Scene scene = other.scene();
            scene.alice.isGranted(Permission.MANAGE_GUILD);
            scene.says(scene.alice, "admin pause");
            other.restarted();
            other.database.settings().invalidateAll();

            assertThat(scene.says(scene.bob, "song", Map.of("prompt", "x")).content())
                    .startsWith("There are no new songs in this server since");
        }
    }

    @Test
    void aChangeIsToldInTheLogChannelWithoutNotifyingAnybody() {
        Scene scene = managed();
        ChannelId log = new ChannelId(scene.general.id());
        rig.database.settings().change(new GuildId(scene.guild.id()), before -> before.withLog(Optional.of(log)));

        scene.says(scene.alice, "admin pause");

        rig.eventually(() -> scene.general.messages().stream()
                .anyMatch(message -> message.content().equals("<@%d> paused songs.".formatted(scene.alice.id()))
                        && message.pings().users().isEmpty()));
    }

    @Test
    void theLatestChangesAreListedWithTheirTimesAndOnlyThoseOfThisServer() {
        Scene scene = managed();
        Scene other = managed();
        other.says(other.alice, "admin pause");
        assertThat(scene.says(scene.alice, "admin changes").content())
                .isEqualTo("No admin has changed anything here yet.");
        for (int i = 1; i <= 17; i++) {
            rig.database
                    .auditLog()
                    .add(new AuditEntry(
                            new GuildId(scene.guild.id()),
                            new UserId(5),
                            Instant.ofEpochSecond(1_772_712_000 + i),
                            "<@5> did thing " + i + "."));
        }

        SandboxMessage answer = scene.says(scene.alice, "admin changes");

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content().lines()).hasSize(16);
        assertThat(answer.content())
                .startsWith(
                        "**What admins have changed here**, the latest first\n<t:1772712017:f> <@5> did thing 17.\n")
                .endsWith("<t:1772712003:f> <@5> did thing 3.");
    }

    @Test
    void changesOfManyWordsStillFitIntoOneMessage() {
        Scene scene = managed();
        for (int i = 1; i <= 15; i++) {
            rig.database
                    .auditLog()
                    .add(new AuditEntry(
                            new GuildId(scene.guild.id()),
                            new UserId(5),
                            Instant.ofEpochSecond(i),
                            "word ".repeat(60)));
        }

        assertThat(scene.says(scene.alice, "admin changes").content())
                .hasSizeLessThanOrEqualTo(2000)
                .endsWith("…");
    }

    private static Scene managed() {
        Scene scene = rig.scene();
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        return scene;
    }

    private static GuildSettings settings(Scene scene) {
        return rig.database.settings().of(new GuildId(scene.guild.id()));
    }

    private static List<String> audit(Scene scene) {
        return rig.database.auditLog().latest(new GuildId(scene.guild.id()), 15).stream()
                .map(AuditEntry::what)
                .toList();
    }
}
