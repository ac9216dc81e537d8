package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.MessageId;
import dev.earworm.quota.GuildId;
import dev.earworm.sandbox.Choice;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxEmbed.Field;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal;
import dev.earworm.settings.GuildSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which language members read what the bot says. */
class SpokenLanguageTest {
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
    void whatOneMemberReadsIsInThatMembersLanguage() {
        Scene scene = rig.scene();
        scene.alice.speaking("de");
        scene.bob.speaking("ja");

        assertThat(scene.says(scene.alice, "queue").content()).isEqualTo("Kein Song ist in Arbeit.");
        assertThat(scene.says(scene.bob, "queue").content()).isEqualTo("制作中の曲はありません。");
        assertThat(scene.says(scene.alice, "quota").content())
                .contains("**Songs heute:** 0 von 4, noch 4 übrig\n", "\n**Gerade in Arbeit:** 0 von 3\n")
                .containsPattern("\nDie Grenzen von heute beginnen <t:\\d+:R> von vorn, um <t:\\d+:t>\\.$");
    }

    @Test
    void aLanguageThatTheBotDoesNotSpeakIsAnsweredInEnglish() {
        Scene scene = rig.scene();
        scene.alice.speaking("fi");

        assertThat(scene.says(scene.alice, "queue").content()).isEqualTo("No song is in the works.");
    }

    @Test
    void whatEveryoneReadsIsInTheLanguageOfTheGuild() {
        Scene scene = rig.scene();
        scene.guild.setPreferredLocale("fr");
        scene.alice.speaking("de");

        SandboxMessage status = scene.says(scene.alice, "song", Map.of("prompt", "une rivière"));

        assertThat(status.content())
                .startsWith(
                        "Ton morceau est en cours\u00a0: «\u00a0une rivière\u00a0»\nGrand Studio · 0:30 · le prochain · prêt <t:")
                .endsWith("\nEncore 3 morceaux aujourd’hui.");
        assertThat(status.buttons().getFirst().label()).isEqualTo("Annuler");
        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "psst", "private", true))
                        .content())
                .startsWith("Dein Song ist in Arbeit: „psst“");
    }

    @Test
    void theLanguageThatAdminsChoseCountsMoreThanTheGuildsOwn() {
        Scene scene = rig.scene();
        scene.guild.setPreferredLocale("fr");
        rig.database
                .settings()
                .put(
                        new GuildId(scene.guild.id()),
                        GuildSettings.DEFAULT.withLanguage(Optional.of(Locale.of("pt", "BR"))));

        assertThat(scene.says(scene.bob, "song", Map.of("prompt", "um rio calmo"))
                        .content())
                .startsWith("Sua música está em andamento: “um rio calmo”")
                .endsWith("\nRestam 3 músicas hoje.");
    }

    @Test
    void aSongKeepsItsLanguageToTheEnd() throws IOException {
        Scene scene = rig.scene();
        scene.guild.setPreferredLocale("es-419");
        Job job = scene.asks(scene.alice, "un río");
        scene.guild.setPreferredLocale("ja");
        scene.alice.speaking("ja");

        scene.statusBecomes(scene.rendered(job), "Tu canción está casi lista: «un río»");
        rig.publisher().publish(job, rig.track(1000));
        SandboxMessage posted = scene.general.messages().getLast();
        scene.delivered(job, new MessageId(posted.id()));

        assertThat(posted.content()).isEqualTo(scene.alice.mention() + " Tu canción está lista.");
        assertThat(posted.embeds().getFirst().description()).isEqualTo("«un río»");
        assertThat(posted.embeds().getFirst().fields())
                .contains(new Field("Duración", "0:30"), new Field("Tu cuota", "Te quedan 3 canciones hoy"));
        scene.statusBecomes(job, "Tu canción está lista: «un río»\nhttps://discord.com/");
    }

    @Test
    void aButtonIsAnsweredInTheLanguageOfWhoPressedIt() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");
        scene.bob.speaking("pt-BR");
        SandboxMessage status = scene.status(job);

        SandboxMessage answer = scene.bob
                .in(scene.general)
                .presses(status, status.buttons().getFirst().customId())
                .awaitResponse(BotRig.SOON);

        assertThat(answer.content()).isEqualTo("Essa música não é sua.");
    }

    @Test
    void aFormIsInTheLanguageOfWhoOpenedItAndItsPublicAnswerInThatOfTheGuild() {
        Scene scene = rig.scene();
        scene.guild.setPreferredLocale("es-ES");
        scene.alice.speaking("de");

        SandboxInteraction opener = scene.alice.in(scene.general).runs("compose");
        SandboxModal form = opener.modal().orElseThrow();
        SandboxMessage refusal = scene.alice
                .in(scene.general)
                .submits(opener, Map.of("prompt", "un río", "length", "mañana"))
                .awaitResponse(BotRig.SOON);

        assertThat(form.title()).isEqualTo("Ein neuer Song");
        assertThat(form.fields()).extracting(SandboxModal.Field::label).contains("Wie lang, in Sekunden");
        assertThat(refusal.content()).startsWith("«mañana» no es una duración.");
        assertThat(refusal.buttons().getFirst().label()).isEqualTo("Volver a abrir el formulario");
    }

    @Test
    void lengthsCanBeTypedAsTheyAreWrittenInAnyOfOurLanguages() {
        Scene scene = rig.scene();
        scene.guild.setPreferredLocale("ja");
        SandboxInteraction opener = scene.alice.in(scene.general).runs("compose");

        SandboxMessage status = scene.alice
                .in(scene.general)
                .submits(opener, Map.of("prompt", "静かな川", "length", "９０秒"))
                .awaitResponse(BotRig.SOON);

        assertThat(status.content()).startsWith("曲の注文を受け付けました：「静かな川」\nGrand Studio · 1:30 · ");
    }

    @Test
    void whatIsOfferedAndWhatIsMissingIsNamedInTheLanguageAsWell() {
        Scene scene = rig.scene();
        scene.alice.speaking("de");
        scene.guild.setPreferredLocale("ja");
        SandboxChannel quiet = scene.guild
                .channel("quiet")
                .deny(scene.guild.everyone(), Permission.ATTACH_FILES, Permission.EMBED_LINKS)
                .deny(scene.guild.botRole(), Permission.ATTACH_FILES, Permission.EMBED_LINKS);

        List<Choice> offered =
                scene.alice.in(scene.general).completes("song", "model", "songtext", Map.of("prompt", "x"));
        SandboxMessage refused = scene.alice
                .in(quiet)
                .runs("song", Map.of("prompt", "a calm river"))
                .awaitResponse(BotRig.SOON);

        assertThat(offered)
                .containsExactly(new Choice("Grand Studio · 10–300 s · instrumental, Songtext, Seed", "studio/grand"));
        assertThat(refused.content()).isEqualTo("ここには曲を投稿できません。このチャンネルで次の2個の権限が必要です：埋め込みリンク、ファイルを添付。");
    }

    @Test
    void helpNamesCommandsAsItsReaderTypesThem() {
        Scene scene = rig.scene();
        scene.alice.speaking("de");

        assertThat(scene.says(scene.alice, "help").content())
                .contains("`/warteschlange` Die Songs, die hier gerade in Arbeit sind", "kein `modell` angibst");
    }
}
