package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.ChannelId;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.RoleId;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxButton;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal.Field;
import dev.earworm.sandbox.SandboxRole;
import dev.earworm.settings.Access;
import dev.earworm.settings.AuditEntry;
import dev.earworm.settings.GuildSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The panel of {@code /admin settings}, as admins use it, and as others try to. */
class SettingsPanelTest {
    private static final String PAGES = "settings_page:0000000000000000";
    private static final String LANGUAGE = setting(0);
    private static final String VOICE = setting(1);
    private static final String CHANNELS = setting(2);
    private static final String ROLES = setting(3);
    private static final String MODEL = setting(4);
    private static final String FORMATS = setting(6);
    private static final String DIRECT_MESSAGES = setting(7);
    private static final String LOG = setting(8);
    private static final String RETENTION = setting(9);
    private static final String LONGEST_FORM = "setting_form:0000000000000000:5";
    private static final String RETENTION_FORM = "setting_form:0000000000000000:9";

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
    void thePanelSaysInPlainWordsHowTheBotBehavesAndIsForItsReaderAlone() {
        Scene scene = managed();

        SandboxMessage panel = scene.says(scene.alice, "admin settings");

        assertThat(panel.isEphemeral()).isTrue();
        assertThat(panel.content()).isEqualTo("""
                        **How I behave in this server**
                        **Channels:** songs can be asked for everywhere.
                        **Members:** everyone can ask for songs.
                        **Model:** Grand Studio makes songs for those who name no model. That is my own choice.
                        **Longest song:** as long as the model can.
                        **Formats:** all of them: MP3, Ogg Opus, FLAC, WAV.
                        **Finished songs:** each comes as a file.
                        **Direct messages:** on. Private songs come by direct message, and so do songs that cannot be posted.
                        **Log channel:** none.
                        **Language:** what everyone reads is in the server's own language, English. What only one member reads is in that member's language.
                        **Kept:** songs, until somebody deletes them.
                        What you choose below holds at once.""");
        assertThat(panel.componentJson()).hasSize(1);
        assertThat(labels(panel, 0))
                .containsExactly(
                        "Where songs can be asked for, and by whom",
                        "What songs may be like",
                        "How songs and news are sent",
                        "Language, and how long songs are kept");
    }

    @Test
    void aPageShowsWhatItIsChangedWithInTheSameMessage() {
        Scene scene = managed();
        SandboxMessage panel = scene.says(scene.alice, "admin settings");

        SandboxMessage who = opens(scene, panel, "who");

        assertThat(who.id()).isEqualTo(panel.id());
        assertThat(who.content()).isEqualTo(panel.content());
        assertThat(chosen(who, 0)).containsExactly("Where songs can be asked for, and by whom");
        assertThat(menu(who, 1).path("type").asInt()).isEqualTo(8);
        assertThat(menu(who, 2).path("type").asInt()).isEqualTo(6);
        assertThat(labels(opens(scene, panel, "songs"), 1)).hasSize(3).first().isEqualTo("My own choice: Grand Studio");
        assertThat(opens(scene, panel, "sending").componentJson()).hasSize(4);
        assertThat(labels(opens(scene, panel, "keeping"), 2))
                .contains("Never forget songs by myself", "Forget songs after 30 days");
    }

    @Test
    void channelsAreChosenShownAndTakenBack() {
        Scene scene = managed();
        SandboxChannel music = scene.guild.channel("music");
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "who");

        scene.alice.in(scene.general).selectsChannels(panel, CHANNELS, music, scene.general);

        becomes(
                scene,
                panel,
                "**Channels:** songs can be asked for in <#%d>, <#%d>, and in threads there."
                        .formatted(scene.general.id(), music.id()));
        assertThat(settings(scene).access().channels())
                .containsExactlyInAnyOrder(new ChannelId(music.id()), new ChannelId(scene.general.id()));
        assertThat(menu(now(scene, panel), 1).path("default_values")).hasSize(2);
        assertThat(audit(scene))
                .isEqualTo(
                        "<@%d> changed a setting. **Channels:** songs can be asked for in <#%d>, <#%d>, and in threads there."
                                .formatted(scene.alice.id(), scene.general.id(), music.id()));

        scene.alice.in(scene.general).presses(now(scene, panel), "Every channel");

        becomes(scene, panel, "**Channels:** songs can be asked for everywhere.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void aChannelInWhichTheBotCannotPostIsChosenWithAWarning() {
        Scene scene = managed();
        SandboxChannel music = scene.guild.channel("music");
        music.deny(scene.guild.botRole(), Permission.ATTACH_FILES, Permission.EMBED_LINKS);
        rig.awaitLoss(music, net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_FILES);
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "who");

        scene.alice.in(scene.general).selectsChannels(panel, CHANNELS, music);

        becomes(
                scene,
                panel,
                "**Please look:** in <#%d> I lack these permissions: Embed Links, Attach Files.".formatted(music.id()));
        assertThat(settings(scene).access().channels()).containsExactly(new ChannelId(music.id()));
        assertThat(audit(scene)).doesNotContain("Please look");
    }

    @Test
    void aForumIsWrittenInThreads() {
        Scene scene = managed();
        SandboxChannel forum = scene.guild.forum("songs");
        forum.deny(scene.guild.botRole(), Permission.SEND_MESSAGES_IN_THREADS);
        rig.awaitLoss(forum, net.dv8tion.jda.api.Permission.MESSAGE_SEND_IN_THREADS);
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "who");

        scene.alice.in(scene.general).selectsChannels(panel, CHANNELS, forum);

        becomes(scene, panel, "in <#%d> I lack this permission: Send Messages in Threads.".formatted(forum.id()));
    }

    @Test
    void aChannelThatIsGoneIsSaidToBe() {
        Scene scene = managed();
        SandboxChannel music = scene.guild.channel("music");
        change(scene, before -> before.withAccess(Access.OPEN.withChannels(Set.of(new ChannelId(music.id())))));
        scene.guild.removeChannel(music);
        rig.eventually(() -> rig.connection.shards.connected().orElseThrow().getTextChannelById(music.id()) == null);

        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "who");

        assertThat(panel.content()).contains("**Please look:** a channel that was chosen is gone.");
        assertThat(menu(panel, 1).path("default_values")).isEmpty();
        assertThat(panel.buttons()).extracting(SandboxButton::label).containsExactly("Every channel");
    }

    @Test
    void rolesAreChosenShownAndTakenBack() {
        Scene scene = managed();
        SandboxRole dj = scene.guild.role("dj");
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "who");

        scene.alice.in(scene.general).selectsRoles(panel, ROLES, dj);

        becomes(scene, panel, "**Members:** songs are for those with this role: <@&%d>.".formatted(dj.id()));
        assertThat(settings(scene).access().roles()).containsExactly(new RoleId(dj.id()));
        assertThat(menu(now(scene, panel), 2)
                        .path("default_values")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(Long.toString(dj.id()));

        scene.alice.in(scene.general).presses(now(scene, panel), "Everyone");

        becomes(scene, panel, "**Members:** everyone can ask for songs.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void theModelIsChosenAndTakenBack() {
        Scene scene = managed();
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "songs");

        scene.alice.in(scene.general).selects(panel, MODEL, "booth/tiny");

        becomes(scene, panel, "**Model:** Tiny Booth makes songs for those who name no model.");
        assertThat(settings(scene).songs().model()).contains(new ModelId("booth", "tiny"));
        assertThat(scene.asks(scene.bob, "x").request().model()).hasToString("booth/tiny");

        scene.alice.in(scene.general).selects(now(scene, panel), MODEL, "unset");

        becomes(scene, panel, "That is my own choice.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void aModelThatIsGoneIsSaidToBe() {
        Scene scene = managed();
        change(scene, before -> before.withSongs(before.songs().withModel(Optional.of(new ModelId("closed", "down")))));

        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "songs");

        assertThat(panel.content())
                .contains(
                        "**Model:** `closed/down` is no longer here, so Grand Studio makes songs for those who name no model.");
        assertThat(chosen(panel, 1)).containsExactly("My own choice: Grand Studio");
    }

    @Test
    void theLongestSongIsTypedInEitherWayAndTakenBack() {
        Scene scene = managed();
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "songs");

        types(scene, panel, "Set the longest song", "1:30");

        becomes(scene, panel, "**Longest song:** 1:30.");
        assertThat(settings(scene).songs().longestSeconds()).contains(90);
        SandboxInteraction again = scene.alice.in(scene.general).presses(now(scene, panel), "Set the longest song");
        assertThat(again.modal().orElseThrow().fields())
                .singleElement()
                .extracting(Field::prefilled, Field::isRequired)
                .containsExactly("1:30", false);
        scene.alice.in(scene.general).submits(again, Map.of("value", "45"));
        becomes(scene, panel, "**Longest song:** 0:45.");

        scene.alice.in(scene.general).presses(now(scene, panel), "Any length");
        becomes(scene, panel, "**Longest song:** as long as the model can.");

        types(scene, panel, "Set the longest song", "20");
        becomes(scene, panel, "**Longest song:** 0:20.");
        types(scene, panel, "Set the longest song", "");
        becomes(scene, panel, "**Longest song:** as long as the model can.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void aLengthThatIsNoneOrThatNoModelMakesIsRefused() {
        Scene scene = managed();
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "songs");

        assertThat(refused(types(scene, panel, "Set the longest song", "a *while*")))
                .isEqualTo("“a \\*while\\*” is no length. Write it in seconds, as in 90, or as 1:30.");
        assertThat(refused(types(scene, panel, "Set the longest song", "9")))
                .isEqualTo("No model here makes songs that short. The shortest there can be is 0:10.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void formatsAreChosenAndAllOfThemIsNoRule() {
        Scene scene = managed();
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "songs");
        assertThat(chosen(panel, 2)).containsExactly("MP3", "Ogg Opus", "FLAC", "WAV");

        scene.alice.in(scene.general).selects(panel, FORMATS, "ogg", "mp3");

        becomes(scene, panel, "**Formats:** MP3, Ogg Opus, and no other.");
        assertThat(settings(scene).songs().formats()).containsExactlyInAnyOrder(AudioFormat.MP3, AudioFormat.OGG);
        assertThat(chosen(now(scene, panel), 2)).containsExactly("MP3", "Ogg Opus");

        scene.alice.in(scene.general).selects(now(scene, panel), FORMATS, "ogg", "mp3", "wav", "flac");
        becomes(scene, panel, "**Formats:** all of them");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void voiceMessagesAndDirectMessagesAreTurnedOnAndOffAndNothingElseChanges() {
        Scene scene = managed();
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "sending");

        scene.alice.in(scene.general).selects(panel, VOICE, "on");
        becomes(scene, panel, "**Finished songs:** each comes as a file, and then once more as a voice message.");
        scene.alice.in(scene.general).selects(now(scene, panel), DIRECT_MESSAGES, "off");
        becomes(
                scene,
                panel,
                "**Direct messages:** off. No song can be private, and a song that cannot be posted waits in /library.");

        assertThat(settings(scene))
                .isEqualTo(
                        GuildSettings.DEFAULT.withVoiceCopies(true).withAccess(Access.OPEN.withDirectMessages(false)));

        scene.alice.in(scene.general).selects(now(scene, panel), VOICE, "off");
        becomes(scene, panel, "**Finished songs:** each comes as a file.\n");
        scene.alice.in(scene.general).selects(now(scene, panel), DIRECT_MESSAGES, "on");
        becomes(scene, panel, "**Direct messages:** on.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void theLogChannelIsChosenAndTakenBackAndReadsBoth() {
        Scene scene = managed();
        SandboxChannel log = scene.guild.channel("log");
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "sending");

        scene.alice.in(scene.general).selectsChannels(panel, LOG, log);

        becomes(
                scene,
                panel,
                "**Log channel:** <#%d>. There I tell of songs, and of what admins change.".formatted(log.id()));
        rig.eventually(() -> log.messages().stream()
                .anyMatch(message -> message.content()
                        .equals(
                                "<@%d> changed a setting. **Log channel:** <#%d>. There I tell of songs, and of what admins change."
                                        .formatted(scene.alice.id(), log.id()))));
        assertThat(log.messages().getFirst().pings().users()).isEmpty();

        scene.alice.in(scene.general).presses(now(scene, panel), "No log channel");
        becomes(scene, panel, "**Log channel:** none.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void aLogChannelInWhichTheBotCannotWriteIsChosenWithAWarning() {
        Scene scene = managed();
        SandboxChannel log = scene.guild.channel("log");
        log.deny(scene.guild.botRole(), Permission.SEND_MESSAGES);
        rig.awaitLoss(log, net.dv8tion.jda.api.Permission.MESSAGE_SEND);
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "sending");

        scene.alice.in(scene.general).selectsChannels(panel, LOG, log);

        becomes(scene, panel, "in <#%d> I lack this permission: Send Messages.".formatted(log.id()));
    }

    @Test
    void aLanguageHoldsAtOnceForWhatEveryoneReadsAndIsTakenBack() {
        Scene scene = managed();
        scene.guild.setPreferredLocale("ja");
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "keeping");
        assertThat(panel.content()).contains("the server's own language, 日本語.");
        assertThat(labels(panel, 1))
                .containsExactly(
                        "The server's own language (日本語)",
                        "English",
                        "Deutsch",
                        "Français",
                        "Español",
                        "Português (Brasil)",
                        "日本語");

        scene.alice.in(scene.general).selects(panel, LANGUAGE, "pt-BR");

        becomes(scene, panel, "what everyone reads is in Português (Brasil).");
        assertThat(chosen(now(scene, panel), 1)).containsExactly("Português (Brasil)");
        assertThat(settings(scene).language()).contains(Locale.of("pt", "BR"));
        assertThat(scene.asks(scene.bob, "a calm river").destination().language())
                .isEqualTo(Locale.of("pt", "BR"));

        scene.alice.in(scene.general).selects(now(scene, panel), LANGUAGE, "unset");
        becomes(scene, panel, "the server's own language, 日本語.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void retentionIsChosenOrTypedAndTakenBack() {
        Scene scene = managed();
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "keeping");

        scene.alice.in(scene.general).selects(panel, RETENTION, "30");
        becomes(scene, panel, "**Kept:** a song and what I know of it for 30 days; then I forget it.");
        types(scene, panel, "Another number of days", " 45 ");
        becomes(scene, panel, "for 45 days; then");
        assertThat(settings(scene).retentionDays()).contains(45);
        assertThat(chosen(now(scene, panel), 2)).containsExactly("Forget songs after 45 days");

        for (String nonsense : List.of("0", "-1", "1.5", "3651", "soon", "99999999999999999999")) {
            assertThat(refused(types(scene, panel, "Another number of days", nonsense)))
                    .contains("is no number of days from 1 to 3,650.");
        }
        assertThat(settings(scene).retentionDays()).contains(45);

        scene.alice.in(scene.general).selects(now(scene, panel), RETENTION, "unset");
        becomes(scene, panel, "**Kept:** songs, until somebody deletes them.");
        scene.alice.in(scene.general).selects(now(scene, panel), RETENTION, "7");
        becomes(scene, panel, "for 7 days; then");
        types(scene, panel, "Another number of days", "");
        becomes(scene, panel, "**Kept:** songs, until somebody deletes them.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void whatWasLikeThatBeforeIsNothingToWriteDown() {
        Scene scene = managed();
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "sending");

        scene.alice.in(scene.general).selects(panel, VOICE, "off");

        // It reads as before; only that it was written anew shows that the choice was looked at.
        rig.eventually(() -> !now(scene, panel).editedAt().equals(panel.editedAt()));
        scene.alice.in(scene.general).selects(now(scene, panel), VOICE, "on");
        becomes(scene, panel, "voice message");
        assertThat(rig.database.auditLog().latest(new GuildId(scene.guild.id()), 15))
                .hasSize(1);
    }

    @Test
    void everythingThatCanBeSetAtOnceFitsIntoOneMessage() {
        Scene scene = managed();
        Set<ChannelId> channels = IntStream.range(0, 24)
                .mapToObj(i -> new ChannelId(scene.guild.channel("music-" + i).id()))
                .collect(Collectors.toSet());
        Set<RoleId> roles = IntStream.range(0, 25)
                .mapToObj(i -> new RoleId(scene.guild.role("role " + i).id()))
                .collect(Collectors.toSet());
        change(scene, before -> before.withAccess(new Access(channels, roles, false)));

        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "who");

        assertThat(panel.content()).contains(" and 14 more, and in threads there.", " and 15 more.");
        assertThat(panel.content()).hasSizeLessThan(2000).endsWith("What you choose below holds at once.");
        assertThat(menu(panel, 1).path("default_values")).hasSize(24);
    }

    @Test
    void whatIsOfAnotherServerIsNotTaken() {
        Scene scene = managed();
        Scene other = rig.scene();
        change(scene, before -> before.withAccess(Access.OPEN.withChannels(Set.of(new ChannelId(scene.general.id())))));
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "who");
        GuildSettings before = settings(scene);

        assertThat(refused(scene.alice.in(scene.general).selectsForgedChannels(panel, CHANNELS, other.general)))
                .isEqualTo("Nothing of what you chose is in this server, so nothing has changed.");
        assertThat(refused(scene.alice.in(scene.general).selectsForgedRoles(panel, ROLES, other.guild.role("dj"))))
                .isEqualTo("Nothing of what you chose is in this server, so nothing has changed.");
        assertThat(refused(scene.alice.in(scene.general).selectsForgedChannels(panel, CHANNELS)))
                .isEqualTo("Nothing of what you chose is in this server, so nothing has changed.");
        assertThat(settings(scene)).isEqualTo(before);
    }

    @Test
    void forgedValuesAndIdsSetNothing() {
        Scene scene = managed();
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "who");
        SandboxMember alice = scene.alice;

        assertThat(refused(alice.in(scene.general).selectsForged(panel, MODEL, "no/such")))
                .isEqualTo("There is no such setting. Please run /admin settings again.");
        for (String id : List.of(LANGUAGE, VOICE, DIRECT_MESSAGES, FORMATS, setting(48), setting(99), PAGES)) {
            assertThat(refused(alice.in(scene.general).selectsForged(panel, id, "nonsense")))
                    .isEqualTo("There is no such setting. Please run /admin settings again.");
        }
        assertThat(refused(alice.in(scene.general).selectsForged(panel, CHANNELS, "nonsense")))
                .isEqualTo("I cannot use that channel. Please choose one of this server.");
        assertThat(refused(alice.in(scene.general).selectsForged(panel, ROLES, "99999999999999999999")))
                .isEqualTo("I cannot use that role. Please choose one of this server.");
        assertThat(refused(alice.in(scene.general).selectsForgedChannels(panel, ROLES, scene.general)))
                .isEqualTo("I cannot use that role. Please choose one of this server.");
        assertThat(refused(alice.in(scene.general).selectsForgedChannels(panel, LOG, scene.guild.forum("songs"))))
                .isEqualTo("I cannot use that channel. Please choose one of this server.");
        assertThat(refused(alice.in(scene.general).pressesForged(panel, "setting_clear:0000000000000000:0")))
                .isEqualTo("There is no such setting. Please run /admin settings again.");
        assertThat(alice.in(scene.general)
                        .pressesForged(panel, "setting_form:0000000000000000:0")
                        .response()
                        .content())
                .isEqualTo("There is no such setting. Please run /admin settings again.");
        assertThat(alice.in(scene.general)
                        .pressesForged(panel, VOICE)
                        .response()
                        .content())
                .isEqualTo("That button is not one of mine.");
        assertThat(alice.in(scene.general)
                        .selectsForgedRoles(panel, PAGES, scene.guild.role("dj"))
                        .response()
                        .content())
                .isEqualTo("That button is not one of mine.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void whoDoesNotManageTheServerAnyMoreChangesNothingByMenuButtonOrForm() {
        Scene scene = rig.scene();
        SandboxRole managers = scene.guild.role("managers").grant(Permission.MANAGE_GUILD);
        scene.alice.gets(managers);
        SandboxMessage panel = opens(scene, scene.says(scene.alice, "admin settings"), "who");
        SandboxInteraction form = scene.alice.in(scene.general).pressesForged(panel, LONGEST_FORM);
        assertThat(form.modal()).isPresent();
        scene.alice.loses(managers);

        String sentence = "Only those who may manage this server can do that.";
        for (SandboxInteraction attempt : List.of(
                scene.alice.in(scene.general).selects(panel, PAGES, "songs"),
                scene.alice.in(scene.general).selectsForged(panel, VOICE, "on"),
                scene.alice.in(scene.general).selectsChannels(panel, CHANNELS, scene.general),
                scene.alice.in(scene.general).selectsRoles(panel, ROLES, managers),
                scene.alice.in(scene.general).pressesForged(panel, "setting_clear:0000000000000000:2"),
                scene.alice.in(scene.general).submits(form, Map.of("value", "30")))) {
            assertThat(refused(attempt)).isEqualTo(sentence);
        }
        for (String opener : List.of(LONGEST_FORM, RETENTION_FORM)) {
            SandboxInteraction press = scene.alice.in(scene.general).pressesForged(panel, opener);
            assertThat(press.modal()).isEmpty();
            assertThat(press.response().content()).isEqualTo(sentence);
            assertThat(press.response().isEphemeral()).isTrue();
        }
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
        assertThat(rig.database.auditLog().latest(new GuildId(scene.guild.id()), 15))
                .isEmpty();
    }

    @Test
    void thePanelGoesOnAfterARestart(@TempDir Path folder) throws InterruptedException {
        try (BotRig other = BotRig.loggedIn(folder)) {
            Scene scene = other.scene();
            scene.alice.isGranted(Permission.MANAGE_GUILD);
            SandboxMessage panel = scene.says(scene.alice, "admin settings");
            scene.alice.in(scene.general).selects(panel, PAGES, "sending");
            other.eventually(() -> now(scene, panel).componentJson().size() == 4);
            other.restarted();

            scene.alice.in(scene.general).selects(now(scene, panel), VOICE, "on");

            other.eventually(() -> now(scene, panel).content().contains("once more as a voice message"));
            assertThat(other.database
                            .settings()
                            .of(new GuildId(scene.guild.id()))
                            .voiceCopies())
                    .isTrue();
        }
    }

    private static Scene managed() {
        Scene scene = rig.scene();
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        return scene;
    }

    private static String setting(int number) {
        return "setting:0000000000000000:" + number;
    }

    private static SandboxMessage opens(Scene scene, SandboxMessage panel, String page) {
        scene.alice.in(scene.general).selects(now(scene, panel), PAGES, page);
        rig.eventually(() -> StreamSupport.stream(options(now(scene, panel), 0).spliterator(), false)
                .anyMatch(option -> option.path("default").asBoolean()
                        && option.path("value").asText().equals(page)));
        return now(scene, panel);
    }

    private static SandboxInteraction types(Scene scene, SandboxMessage panel, String button, String text) {
        SandboxInteraction form = scene.alice.in(scene.general).presses(now(scene, panel), button);
        return scene.alice.in(scene.general).submits(form, Map.of("value", text));
    }

    private static void becomes(Scene scene, SandboxMessage panel, String part) {
        if (!rig.sandbox.await(BotRig.SOON, () -> now(scene, panel).content().contains(part))) {
            throw new AssertionError(now(scene, panel).content() + " never became " + part);
        }
    }

    private static String refused(SandboxInteraction attempt) {
        rig.eventually(() -> !attempt.followUps().isEmpty());
        assertThat(attempt.followUps().getFirst().isEphemeral()).isTrue();
        return attempt.followUps().getFirst().content();
    }

    private static void change(Scene scene, UnaryOperator<GuildSettings> change) {
        rig.database.settings().change(new GuildId(scene.guild.id()), change);
    }

    private static GuildSettings settings(Scene scene) {
        return rig.database.settings().of(new GuildId(scene.guild.id()));
    }

    private static String audit(Scene scene) {
        AuditEntry latest =
                rig.database.auditLog().latest(new GuildId(scene.guild.id()), 1).getFirst();
        assertThat(latest.actor().value()).isEqualTo(scene.alice.id());
        return latest.what();
    }

    private static SandboxMessage now(Scene scene, SandboxMessage panel) {
        return scene.alice.sees(scene.general).stream()
                .filter(message -> message.id() == panel.id())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode menu(SandboxMessage panel, int row) {
        return panel.componentJson().path(row).path("components").path(0);
    }

    private static JsonNode options(SandboxMessage panel, int row) {
        return menu(panel, row).path("options");
    }

    private static List<String> labels(SandboxMessage panel, int row) {
        return StreamSupport.stream(options(panel, row).spliterator(), false)
                .map(option -> option.path("label").asText())
                .toList();
    }

    private static List<String> chosen(SandboxMessage panel, int row) {
        return StreamSupport.stream(options(panel, row).spliterator(), false)
                .filter(option -> option.path("default").asBoolean())
                .map(option -> option.path("label").asText())
                .toList();
    }
}
