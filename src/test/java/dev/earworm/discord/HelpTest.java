package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.sandbox.Choice;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTest {
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
    void everyCommandThatDiscordOffersIsListedAndEveryModel() {
        Scene scene = rig.scene();

        SandboxMessage help = scene.says(scene.alice, "help");

        assertThat(help.isEphemeral()).isTrue();
        assertThat(offered(scene))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(help.content()).contains("\n`/" + name + "` "));
        assertThat(help.content())
                .startsWith("**What you can type**\n")
                .contains("\n`/song` Make a song\n")
                .contains("\n`/help command:` explains one of them.\n**Who makes songs here**")
                .contains("\n`studio/grand` Grand Studio");
    }

    @Test
    void oneCommandIsExplainedWithAllThatCanBeFilledIn() {
        Scene scene = rig.scene();

        SandboxMessage help = scene.says(scene.alice, "help", Map.of("command", "song"));

        assertThat(help.isEphemeral()).isTrue();
        assertThat(help.content())
                .startsWith("**`/song`** Make a song\n- `prompt` What it shall sound like (needed)\n")
                .contains("\n- `length` How long, in seconds")
                .contains("\n- `format` The kind of file: MP3")
                .contains("\n- `private` Only you will see it");
        assertThat(scene.says(scene.alice, "help", Map.of("command", " /Quota "))
                        .content())
                .isEqualTo("**`/quota`** How many songs you can have today\nThere is nothing to fill in.");
    }

    @Test
    void whileItIsTypedTheCommandsThatAreMeantAreOffered() {
        Scene scene = rig.scene();

        List<Choice> all = scene.alice.in(scene.general).completes("help", "command", "");
        List<Choice> some = scene.alice.in(scene.general).completes("help", "command", "/CANC");

        assertThat(all).extracting(Choice::value).containsExactlyInAnyOrderElementsOf(offered(scene));
        assertThat(some).containsExactly(new Choice("/cancel · Call back a song of yours", "cancel"));
        assertThat(scene.alice.in(scene.general).completes("help", "command", "section by section"))
                .extracting(Choice::value)
                .containsExactly("plan");
    }

    @Test
    void whatIsForAdminsIsListedAndExplainedForThemAlone() {
        Scene scene = rig.scene();
        SandboxMember admin = scene.guild.member("an admin").isGranted(Permission.MANAGE_GUILD);

        assertThat(scene.says(admin, "help").content()).contains("\n`/admin` ");
        assertThat(scene.says(admin, "help", Map.of("command", "admin")).content())
                .startsWith("**`/admin settings`** ");
        assertThat(admin.in(scene.general).completes("help", "command", "admin"))
                .extracting(Choice::value)
                .containsExactly("admin");
        assertThat(scene.says(scene.alice, "help").content()).doesNotContain("/admin");
        assertThat(scene.says(scene.alice, "help", Map.of("command", "admin")).content())
                .startsWith("There is no command “admin” here.");
        assertThat(scene.alice.in(scene.general).completes("help", "command", "admin"))
                .isEmpty();
    }

    /** To a member without any particular permission. */
    private static List<String> offered(Scene scene) {
        return rig.sandbox.commandNames(scene.guild).stream()
                .filter(name -> !name.equals("admin"))
                .toList();
    }

    @Test
    void whoReadsAnotherLanguageReadsTheNamesThatDiscordShowsThere() {
        Scene scene = rig.scene();
        scene.bob.speaking("de");

        assertThat(scene.says(scene.bob, "help").content())
                .contains("\n`/warteschlange` Die Songs, die hier gerade in Arbeit sind\n")
                .contains("`/hilfe ");
        assertThat(scene.says(scene.bob, "help", Map.of("command", "Komponieren"))
                        .content())
                .startsWith("**`/komponieren`** ");
        assertThat(scene.bob.in(scene.general).completes("help", "command", "warte"))
                .extracting(Choice::value)
                .containsExactly("queue");
    }

    @Test
    void aCommandThatIsNoneIsSaidToBeNone() {
        Scene scene = rig.scene();

        assertThat(scene.says(scene.alice, "help", Map.of("command", "*dance*\n@everyone" + "x".repeat(300)))
                        .content())
                .startsWith("There is no command “\\*dance\\* \\@everyonexxx")
                .endsWith("…” here. With /help you see which there are.");
    }
}
