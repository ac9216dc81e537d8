package dev.earworm.discord;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaDay;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.settings.AuditEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Songs that somebody else deletes: alice asked for them, bob keeps order or not. */
class AdminDeletesTest {
    private static final String NOT_YOURS = "This is somebody else's song. With /song you can make your own.";

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
    void whoeverManagesTheServerDeletesAnybodysSongAndTheOthersCanReadIt() throws IOException {
        Scene scene = rig.scene();
        scene.bob.isGranted(Permission.MANAGE_GUILD);
        Job job = rig.delivered(scene, Map.of("prompt", "a *loud* river"));
        scene.alice
                .in(scene.general)
                .presses(card(scene, job), "Send as voice message")
                .awaitResponse(BotRig.SOON);

        SandboxInteraction asked = scene.bob.in(scene.general).presses(card(scene, job), "Delete");

        SandboxMessage question = asked.awaitResponse(BotRig.SOON);
        assertThat(question.isEphemeral()).isTrue();
        assertThat(question.content())
                .isEqualTo(
                        "Delete “a \\*loud\\* river”, a song of %1$s? It goes for everyone, with its file and its voice"
                                        .formatted(scene.alice.mention())
                                + " message, and from the library of %1$s, whose quota is not given back. That cannot be undone."
                                        .formatted(scene.alice.mention()));
        assertThat(question.pings().users()).isEmpty();
        SandboxInteraction meant = scene.bob.in(scene.general).presses(question, "Delete it");

        rig.eventually(() -> asked.response().content().equals("Deleted: “a \\*loud\\* river”."));
        assertThat(meant.followUps()).isEmpty();
        assertThat(scene.general.messages()).isEmpty();
        assertThat(scene.says(scene.alice, "library").content()).startsWith("You have no songs here yet.");
        assertThat(rig.database.ledger().usage(scene.account(scene.alice), QuotaDay.of(Instant.now())))
                .isEqualTo(used(1, 30, 0));
        assertThat(rig.database.auditLog().latest(new GuildId(scene.guild.id()), 5))
                .singleElement()
                .extracting(AuditEntry::what)
                .isEqualTo("%s deleted a song of %s in <#%d>."
                        .formatted(scene.bob.mention(), scene.alice.mention(), scene.general.id()));
    }

    @Test
    void whoeverManagesMessagesInItsChannelDoesSoThereAlone() throws IOException {
        Scene scene = rig.scene();
        SandboxChannel other = scene.guild.channel("other");
        other.allow(scene.bob, Permission.MANAGE_MESSAGES);
        Job job = rig.delivered(scene, Map.of("prompt", "a loud river"));
        SandboxMessage elsewhere = greeting(scene, other);

        assertThat(refused(scene.bob.in(scene.general).presses(card(scene, job), "Delete")))
                .isEqualTo(NOT_YOURS);
        assertThat(refused(scene.bob.in(other).pressesForged(elsewhere, "delete:" + job.id())))
                .isEqualTo(NOT_YOURS);
        scene.general.allow(scene.bob, Permission.MANAGE_MESSAGES);
        SandboxInteraction asked = scene.bob.in(scene.general).presses(card(scene, job), "Delete");
        scene.bob.in(scene.general).presses(asked.awaitResponse(BotRig.SOON), "Delete it");

        rig.eventually(() -> asked.response().content().equals("Deleted: “a loud river”."));
        assertThat(rig.database.auditLog().latest(new GuildId(scene.guild.id()), 5))
                .hasSize(1);
    }

    @Test
    void whoeverLostThePowerBetweenQuestionAndAnswerDeletesNothing() throws IOException {
        Scene scene = rig.scene();
        var role = scene.guild.role("managers").grant(Permission.MANAGE_GUILD);
        scene.bob.gets(role);
        Job job = rig.delivered(scene, Map.of("prompt", "a loud river"));
        SandboxInteraction asked = scene.bob.in(scene.general).presses(card(scene, job), "Delete");
        SandboxMessage question = asked.awaitResponse(BotRig.SOON);
        scene.bob.loses(role);

        SandboxInteraction meant = scene.bob.in(scene.general).presses(question, "Delete it");

        rig.eventually(() -> !meant.followUps().isEmpty());
        assertThat(meant.followUps().getFirst().content()).isEqualTo(NOT_YOURS);
        assertThat(card(scene, job).files()).hasSize(1);
        assertThat(rig.database.auditLog().latest(new GuildId(scene.guild.id()), 5))
                .isEmpty();
    }

    @Test
    void theyDeleteNoSongOfAnotherServerAndNoneInDirectMessages() throws IOException {
        Scene there = rig.scene();
        Job job = rig.delivered(there, Map.of("prompt", "a loud river"));
        Scene here = rig.scene();
        here.bob.isGranted(Permission.ADMINISTRATOR);
        SandboxMessage status = here.status(here.asks(here.bob, "a song"));

        assertThat(refused(here.bob.in(here.general).pressesForged(status, "delete:" + job.id())))
                .isEqualTo("There is no such song here any more.");
        SandboxInteraction meant = here.bob.in(here.general).pressesForged(status, "remove:" + job.id());
        rig.eventually(() -> !meant.followUps().isEmpty());
        assertThat(meant.followUps().getFirst().content()).isEqualTo("There is no such song here any more.");

        rig.delivered(there, Map.of("prompt", "a secret", "private", true));
        Job own = there.getsSong(there.bob, Map.of("prompt", "bob's secret", "private", true));
        there.bob.isGranted(Permission.ADMINISTRATOR);
        SandboxMessage direct = there.bob.directMessages().getLast();
        assertThat(refused(there.bob.inDirectMessages().pressesForged(direct, "delete:" + job.id())))
                .isEqualTo(NOT_YOURS);
        assertThat(there.find(own).trackMessage()).isPresent();
        assertThat(card(there, job).files()).hasSize(1);
    }

    @Test
    void aPrivateSongIsItsMembersAlone() throws IOException {
        Scene scene = rig.scene();
        scene.bob.isGranted(Permission.ADMINISTRATOR);
        SandboxMessage status = scene.status(scene.asks(scene.bob, "a song"));
        Job secret = rig.delivered(scene, Map.of("prompt", "a secret", "private", true));

        assertThat(refused(scene.bob.in(scene.general).pressesForged(status, "delete:" + secret.id())))
                .isEqualTo(NOT_YOURS);
        SandboxInteraction meant = scene.bob.in(scene.general).pressesForged(status, "remove:" + secret.id());
        rig.eventually(() -> !meant.followUps().isEmpty());
        assertThat(meant.followUps().getFirst().content()).isEqualTo(NOT_YOURS);
        assertThat(scene.alice.directMessages()).isNotEmpty();
    }

    @Test
    void theOtherButtonsOfASongStayItsMembersAlone() throws IOException {
        Scene scene = rig.scene();
        scene.bob.isGranted(Permission.ADMINISTRATOR);
        Job job = rig.delivered(scene, Map.of("prompt", "a calm river"));

        assertThat(refused(scene.bob.in(scene.general).presses(card(scene, job), "Send as voice message")))
                .isEqualTo(NOT_YOURS);
        SandboxInteraction again = scene.bob.in(scene.general).presses(card(scene, job), "Again");
        rig.eventually(() -> !again.followUps().isEmpty());
        assertThat(again.followUps().getFirst().content()).isEqualTo(NOT_YOURS);
        assertThat(scene.unfinished()).isEmpty();
    }

    /** A message of the bot in another channel. */
    private static SandboxMessage greeting(Scene scene, SandboxChannel channel) {
        scene.bob.in(channel).runs("song", Map.of("prompt", "a song")).awaitResponse(BotRig.SOON);
        return channel.messages().getLast();
    }

    private static String refused(SandboxInteraction press) {
        SandboxMessage answer = press.awaitResponse(BotRig.SOON);
        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.buttons()).isEmpty();
        return answer.content();
    }

    private static SandboxMessage card(Scene scene, Job job) {
        long id = scene.find(job).trackMessage().orElseThrow().message().value();
        return scene.general.messages().stream()
                .filter(message -> message.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
