package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.ChannelId;
import dev.earworm.quota.GuildId;
import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.settings.GuildSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTest {
    private static final String LANGUAGE = "setting:0000000000000000:0";
    private static final String VOICE_COPIES = "setting:0000000000000000:1";

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
                        **Language:** what everyone reads is in the server's own language, English. What only one member reads is in that member's language.
                        **Voice copies:** off. A song comes as a file alone.
                        What you choose below holds at once.""");
        assertThat(answers(panel, 0))
                .containsExactly(
                        "The server's own language (English)",
                        "English",
                        "Deutsch",
                        "Français",
                        "Español",
                        "Português (Brasil)",
                        "日本語");
        assertThat(answers(panel, 1)).containsExactly("Voice copies: off", "Voice copies: on");
        assertThat(chosen(panel, 0)).isEqualTo("The server's own language (English)");
        assertThat(chosen(panel, 1)).isEqualTo("Voice copies: off");
    }

    @Test
    void aLanguageHoldsAtOnceForWhatEveryoneReads() {
        Scene scene = managed();
        SandboxMessage panel = scene.says(scene.alice, "admin settings");

        scene.alice.in(scene.general).selects(panel, LANGUAGE, "pt-BR");

        rig.eventually(() -> now(scene, panel).content().contains("what everyone reads is in Português (Brasil)."));
        assertThat(chosen(now(scene, panel), 0)).isEqualTo("Português (Brasil)");
        assertThat(settings(scene)).isEqualTo(new GuildSettings(Optional.of(Locale.of("pt", "BR")), false));
        assertThat(scene.asks(scene.bob, "a calm river").destination().language())
                .isEqualTo(Locale.of("pt", "BR"));
    }

    @Test
    void aChangeIsWrittenDownAndToldInTheLogChannelWithoutNotifyingAnybody() {
        Scene scene = managed();
        ChannelId log = new ChannelId(scene.general.id());
        GuildId guild = new GuildId(scene.guild.id());
        rig.database.settings().change(guild, before -> before.withLog(Optional.of(log)));
        SandboxMessage panel = scene.says(scene.alice, "admin settings");

        scene.alice.in(scene.general).selects(panel, VOICE_COPIES, "on");

        String line =
                "<@%s> changed a setting. **Voice copies:** on. After each song I post it once more as a voice message."
                        .formatted(scene.alice.id());
        rig.eventually(() -> scene.general.messages().stream()
                .anyMatch(message -> message.content().equals(line)));
        assertThat(rig.database.auditLog().latest(guild, 5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.what()).isEqualTo(line))
                .satisfies(entry -> assertThat(entry.actor().value()).isEqualTo(scene.alice.id()));
    }

    @Test
    void theServersOwnLanguageCanBeChosenAgain() {
        Scene scene = managed();
        scene.guild.setPreferredLocale("ja");
        SandboxMessage panel = scene.says(scene.alice, "admin settings");
        assertThat(panel.content()).contains("the server's own language, 日本語.");
        scene.alice.in(scene.general).selects(panel, LANGUAGE, "de");
        rig.eventually(() -> now(scene, panel).content().contains("Deutsch"));

        scene.alice.in(scene.general).selects(now(scene, panel), LANGUAGE, "unset");

        rig.eventually(() -> now(scene, panel).content().contains("the server's own language, 日本語."));
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void voiceCopiesAreTurnedOnAndOffAndNothingElseChanges() {
        Scene scene = managed();
        SandboxMessage panel = scene.says(scene.alice, "admin settings");
        scene.alice.in(scene.general).selects(panel, LANGUAGE, "de");
        rig.eventually(() -> now(scene, panel).content().contains("Deutsch"));

        scene.alice.in(scene.general).selects(now(scene, panel), VOICE_COPIES, "on");

        rig.eventually(() -> now(scene, panel)
                .content()
                .contains("**Voice copies:** on. After each song I post it once more as a voice message."));
        assertThat(settings(scene)).isEqualTo(new GuildSettings(Optional.of(Locale.GERMAN), true));
        scene.alice.in(scene.general).selects(now(scene, panel), VOICE_COPIES, "off");
        rig.eventually(() -> !settings(scene).voiceCopies());
    }

    @Test
    void discordHidesTheCommandFromMembersWhoDoNotManageTheServer() {
        Scene scene = rig.scene();

        assertThatThrownBy(() -> scene.alice.in(scene.general).runs("admin settings"))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining("is not shown a command /admin");
    }

    @Test
    void aChoiceByWhoDoesNotManageTheServerAnyMoreChangesNothing() {
        Scene scene = rig.scene();
        var role = scene.guild.role("managers").grant(Permission.MANAGE_GUILD);
        scene.alice.gets(role);
        SandboxMessage panel = scene.says(scene.alice, "admin settings");
        scene.alice.loses(role);

        SandboxInteraction choice = scene.alice.in(scene.general).selects(panel, VOICE_COPIES, "on");

        rig.eventually(() -> !choice.followUps().isEmpty());
        assertThat(choice.followUps().getFirst().content())
                .isEqualTo("Only those who may manage this server can do that.");
        assertThat(choice.followUps().getFirst().isEphemeral()).isTrue();
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void aForgedPressIsNoChoice() {
        Scene scene = managed();
        SandboxMessage panel = scene.says(scene.alice, "admin settings");

        SandboxInteraction press = scene.alice.in(scene.general).pressesForged(panel, VOICE_COPIES);

        assertThat(press.response().content()).isEqualTo("That button is not one of mine.");
        assertThat(settings(scene)).isEqualTo(GuildSettings.DEFAULT);
    }

    private static Scene managed() {
        Scene scene = rig.scene();
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        return scene;
    }

    private static GuildSettings settings(Scene scene) {
        return rig.database.settings().of(new GuildId(scene.guild.id()));
    }

    private static SandboxMessage now(Scene scene, SandboxMessage panel) {
        return scene.alice.sees(scene.general).stream()
                .filter(message -> message.id() == panel.id())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> answers(SandboxMessage panel, int menu) {
        return options(panel, menu).stream()
                .map(option -> option.path("label").asText())
                .toList();
    }

    private static String chosen(SandboxMessage panel, int menu) {
        return options(panel, menu).stream()
                .filter(option -> option.path("default").asBoolean())
                .map(option -> option.path("label").asText())
                .findFirst()
                .orElse("");
    }

    private static List<JsonNode> options(SandboxMessage panel, int menu) {
        JsonNode options =
                panel.componentJson().path(menu).path("components").path(0).path("options");
        return StreamSupport.stream(options.spliterator(), false).toList();
    }
}
