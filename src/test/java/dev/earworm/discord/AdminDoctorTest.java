package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.ChannelId;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.ProviderFailure;
import dev.earworm.quota.GuildId;
import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import dev.earworm.settings.GuildSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What admins read of how the bot is in their server. */
class AdminDoctorTest {
    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void recover() {
        rig.checkup.recover();
    }

    @AfterEach
    void calmDown() {
        rig.sandbox.faults().clear();
        rig.clock.isAhead(Duration.ZERO);
    }

    @Test
    void whenEverythingIsWellThereIsALineForEachThing() {
        Scene scene = managed();

        SandboxMessage answer = scene.says(scene.alice, "admin doctor");

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content().replaceAll("\\d+ ms", "N ms")).isEqualTo("""
                **I can do my work here.**
                OK: I may post songs in 1 channel where they may be asked for.
                OK: there is no log channel; with /admin settings you can choose one.
                OK: Discord offers my commands as they are.
                OK: I am connected to Discord, which answers in N ms.
                OK: my clock agrees with Discord's.
                OK: the database answers.
                OK: studio works.
                OK: there is room on the disk.
                OK: this is Earworm 1.2.3.""");
        assertThat(answer.content()).doesNotContain("credits");
    }

    @Test
    void whatIsMissingInWhichChannelIsSaidFirstWithItsFix() {
        Scene scene = managed();
        SandboxChannel stage = scene.guild.channel("stage");
        scene.general.deny(scene.guild.botRole(), Permission.ATTACH_FILES, Permission.EMBED_LINKS);
        stage.deny(scene.guild.botRole(), Permission.SEND_VOICE_MESSAGES);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_FILES);
        rig.awaitLoss(stage, net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_VOICE_MESSAGE);

        String answer = doctor(scene);

        assertThat(answer).startsWith("""
                **2 things need a look.**
                Problem: I cannot post songs in <#%d>; give my role these permissions there: Embed Links, Attach Files.
                Problem: in <#%d> songs come, but cannot all be sent again or as voice messages; give my role this permission there, too: Send Voice Messages.
                OK: there is no log channel""".formatted(scene.general.id(), stage.id()));
    }

    @Test
    void onlyTheChannelsWhereSongsAreAllowedMatterAndOneThatIsGoneIsNamed() {
        Scene scene = managed();
        SandboxChannel songs = scene.guild.channel("songs");
        scene.general.deny(scene.guild.botRole(), Permission.ATTACH_FILES);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_FILES);
        set(scene, before -> before.withAccess(before.access().withChannels(Set.of(new ChannelId(songs.id())))));
        assertThat(doctor(scene)).startsWith("**I can do my work here.**\nOK: I may post songs in 1 channel");

        set(
                scene,
                before -> before.withAccess(
                        before.access().withChannels(Set.of(new ChannelId(songs.id()), new ChannelId(42)))));

        assertThat(doctor(scene))
                .startsWith(
                        "**1 thing needs a look.**\nProblem: songs are allowed in <#42>, which is gone or hidden from"
                                + " me; take it off the list with /admin settings, or let my role see it.\nOK: ");
    }

    @Test
    void channelsThatWereClosedToTheBotAreNoProblemUnlessAllAre() {
        Scene scene = managed();
        SandboxChannel secret = scene.guild.channel("secret");
        secret.deny(scene.guild.botRole(), Permission.VIEW_CHANNEL);
        rig.awaitLoss(secret, net.dv8tion.jda.api.Permission.VIEW_CHANNEL);
        assertThat(doctor(scene)).contains("OK: I may post songs in 1 channel where");

        scene.general.deny(scene.guild.botRole(), Permission.VIEW_CHANNEL);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.VIEW_CHANNEL);

        assertThat(doctor(scene))
                .contains(
                        "Problem: I see no channel of this server; let my role see those where songs shall be asked for.");
    }

    @Test
    void manyChannelsWithProblemsFitIntoOneMessage() {
        Scene scene = managed();
        for (int i = 0; i < 30; i++) {
            SandboxChannel channel = scene.guild.channel("channel-" + i);
            channel.deny(
                    scene.guild.botRole(), Permission.ATTACH_FILES, Permission.EMBED_LINKS, Permission.SEND_MESSAGES);
            rig.awaitLoss(channel, net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_FILES);
        }

        assertThat(doctor(scene))
                .contains("Problem: there are 22 more channels like these.")
                .hasSizeLessThanOrEqualTo(2_000);
    }

    @Test
    void theLogChannelIsLookedAt() {
        Scene scene = managed();
        SandboxChannel log = scene.guild.channel("log");
        set(scene, before -> before.withLog(Optional.of(new ChannelId(log.id()))));
        assertThat(doctor(scene)).contains("OK: I write into the log channel, <#%d>.".formatted(log.id()));

        log.deny(scene.guild.botRole(), Permission.SEND_MESSAGES);
        rig.awaitLoss(log, net.dv8tion.jda.api.Permission.MESSAGE_SEND);
        assertThat(doctor(scene))
                .contains(
                        "Problem: I cannot write into the log channel, <#%d>; give my role this permission there: Send Messages."
                                .formatted(log.id()));

        set(scene, before -> before.withLog(Optional.of(new ChannelId(42))));
        assertThat(doctor(scene))
                .contains(
                        "Problem: the log channel is gone or hidden from me; choose another one with /admin settings.");
    }

    @Test
    void whatIsTheOperatorsToMendIsSaidWithoutAmountsOrDetails() {
        Scene scene = managed();
        rig.checkup.fails();
        rig.checkup.has("studio", new Unusable(new ProviderFailure.OutOfCredit("balance $-4.20 of hush-hush")));
        rig.checkup.has("booth", new Unusable(new ProviderFailure.Unauthorised("hush-hush")));
        rig.checkup.has("desk", new Unusable(new ProviderFailure.Unavailable("10.0.0.7 refused")));
        rig.checkup.has(
                "attic",
                new Unusable(new ProviderFailure.RateLimited("hush-hush", Optional.empty(), OptionalInt.empty())));
        rig.checkup.has("shed", new Unusable(new ProviderFailure.Internal("hush-hush")));

        String answer = doctor(scene);

        assertThat(answer.lines())
                .startsWith("**7 things need a look.**")
                .contains(
                        "Problem: the database does not answer; tell whoever runs the bot.",
                        "Problem: the disk is nearly full, so no songs can be made; tell whoever runs the bot.",
                        "Problem: the bot's account at studio is used up; tell whoever runs the bot.",
                        "Problem: booth refuses the bot's key; tell whoever runs the bot.",
                        "Problem: desk cannot be reached; try again later.",
                        "Problem: attic wants fewer requests; try again later.",
                        "Problem: shed does not answer as it should; tell whoever runs the bot.");
        assertThat(answer).doesNotContain("hush").doesNotContain("4.20").doesNotContain("10.0");
    }

    @Test
    void aClockThatIsWrongIsSaid() {
        Scene scene = managed();
        rig.clock.isAhead(Duration.ofMinutes(5));
        assertThat(doctor(scene))
                .containsPattern(
                        "Problem: my clock is 30[0-9] seconds ahead of Discord's; whoever runs the bot should set it"
                                + " by a time server\\.");

        rig.clock.isAhead(Duration.ofMinutes(-5));
        assertThat(doctor(scene)).containsPattern("Problem: my clock is (29[0-9]|300) seconds behind Discord's;");
    }

    @Test
    void commandsThatWereLeftBehindAreAProblemAndSilenceIsSaid() {
        Scene scene = managed();
        assertThat(doctor(scene)).contains("OK: Discord offers my commands as they are.");
        Objects.requireNonNull(rig.connection.shards.connected().orElseThrow().getGuildById(scene.guild.id()))
                .updateCommands()
                .addCommands(Commands.slash("song", "of a version before"))
                .complete();
        assertThat(doctor(scene))
                .contains(
                        "Problem: Discord offers other commands than I have; whoever runs the bot should start it anew,"
                                + " which tells Discord.");

        rig.sandbox.faults().next(9, "GET /applications/*/commands", new Fault.Status(500));
        assertThat(doctor(scene))
                .contains("Problem: Discord does not say which commands it offers; try again in a minute.");
    }

    @Test
    void discordHidesTheCommandFromMembersWhoDoNotManageTheServer() {
        Scene scene = rig.scene();

        assertThatThrownBy(() -> scene.alice.in(scene.general).runs("admin doctor"))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining("is not shown a command /admin");
    }

    private static String doctor(Scene scene) {
        return scene.says(scene.alice, "admin doctor").content();
    }

    private static Scene managed() {
        Scene scene = rig.scene();
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        return scene;
    }

    private static void set(Scene scene, UnaryOperator<GuildSettings> change) {
        rig.database.settings().change(new GuildId(scene.guild.id()), change);
    }
}
