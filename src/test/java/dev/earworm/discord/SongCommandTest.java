package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Visibility;
import dev.earworm.sandbox.Choice;
import dev.earworm.sandbox.InteractionAnswer;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongCommandTest {
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
    void aMemberAsksForASongAndReadsWhatBecomesOfIt() {
        Scene scene = rig.scene();

        SandboxInteraction run =
                scene.alice.in(scene.general).runs("song", Map.of("prompt", "a calm river", "length", 60));
        SandboxMessage status = run.awaitResponse(BotRig.SOON);

        assertThat(run.answer()).contains(InteractionAnswer.DEFERRED_MESSAGE);
        assertThat(status.content())
                .startsWith("Your song is in the works: “a calm river”\nGrand Studio · 1:00 · next in line · ready <t:")
                .endsWith(":R>\n3 songs left today.");
        assertThat(status.isEphemeral()).isFalse();
        assertThat(status.button("Cancel").isDisabled()).isFalse();
        assertThat(rig.sandbox.unknownRequests()).isEmpty();
    }

    @Test
    void theOrderHoldsAllThatIsNeededToAnswerLater() {
        Scene scene = rig.scene();
        scene.guild.setUploadLimit(50L * 1024 * 1024);
        Instant before = Instant.now().minusSeconds(1);

        Job job = scene.asks(scene.alice, "a calm river");

        Destination destination = job.destination();
        assertThat(destination.channel().value()).isEqualTo(scene.general.id());
        assertThat(destination.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(destination.uploadLimit()).isEqualTo(50L * 1024 * 1024);
        assertThat(destination.interaction().orElseThrow().expiresAt())
                .isBetween(before.plus(Duration.ofMinutes(15)), Instant.now().plus(Duration.ofMinutes(15)));
        assertThat(job.account()).isEqualTo(scene.account(scene.alice));
    }

    @Test
    void aModelThatTakesASeedAlwaysGetsOne() {
        Scene scene = rig.scene();

        Job unseeded = scene.asks(scene.alice, "a calm river");
        Job seeded = scene.asks(scene.alice, Map.of("prompt", "a calm river", "seed", 7));
        Job seedless = scene.asks(scene.alice, Map.of("prompt", "a calm river", "model", "booth/tiny"));

        assertThat(unseeded.request().seed()).isPresent();
        assertThat(seeded.request().seed()).isEqualTo(OptionalLong.of(7));
        assertThat(seedless.request().seed()).isEmpty();
    }

    @Test
    void aPrivateSongIsAnsweredToItsMemberAlone() {
        Scene scene = rig.scene();

        Job job = scene.asks(scene.alice, Map.of("prompt", "a secret", "private", true));

        assertThat(job.destination().visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(scene.status(job).isEphemeral()).isTrue();
        assertThat(scene.bob.sees(scene.general)).isEmpty();
    }

    @Test
    void whateverAPromptLooksLikeItIsShownAsPlainTextAndPingsNobody() {
        Scene scene = rig.scene();
        String prompt = "@everyone **loud** `code` <@%d> ||hidden|| [a](https://b.c)".formatted(scene.bob.id());

        Job job = scene.asks(scene.alice, prompt);

        SandboxMessage status = scene.status(job);
        assertThat(status.content())
                .contains(
                        "“\\@everyone \\*\\*loud\\*\\* \\`code\\` \\<\\@%d\\> \\|\\|hidden\\|\\| \\[a\\]\\(https\\://b.c\\)”"
                                .formatted(scene.bob.id()));
        assertThat(status.pings().users()).isEmpty();
        assertThat(status.pings().everyone()).isFalse();
        assertThat(status.mentions().users()).isEmpty();
        assertThat(job.request().prompt()).isEqualTo(prompt);
    }

    @Test
    void aPromptOfEmojiIsAPrompt() {
        Scene scene = rig.scene();

        Job job = scene.asks(scene.alice, "👩‍👩‍👧‍👦🎸".repeat(100));

        assertThat(scene.status(job).content()).contains("👩‍👩‍👧‍👦🎸").contains("…”");
    }

    @Test
    void aPromptThatIsTooLongIsRefusedWithTheLimitAndCostsNothing() {
        Scene scene = rig.scene();

        SandboxMessage answer = scene.says(scene.alice, "song", Map.of("prompt", "a".repeat(6000)));

        assertThat(answer.content())
                .isEqualTo("That song cannot be made as asked:\n"
                        + "• Grand Studio takes a prompt of at most 2,000 characters; yours has 6,000.");
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void aPromptOfWhichNothingCanBeSeenIsRefused() {
        Scene scene = rig.scene();

        SandboxMessage answer = scene.says(scene.alice, "song", Map.of("prompt", "\u200B\u2060 \u0007\u3164"));

        assertThat(answer.content()).endsWith("The prompt is empty: nothing of it can be seen.");
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void everyOptionThatDoesNotFitTheModelIsNamedWithWhatIsAllowed() {
        Scene scene = rig.scene();

        SandboxMessage answer = scene.says(
                scene.alice,
                "song",
                Map.of("prompt", "x", "model", "booth/tiny", "length", 31, "instrumental", true, "seed", -1));

        assertThat(answer.content()).isEqualTo("""
                        That song cannot be made as asked:
                        • Tiny Booth makes songs of 10 to 30 seconds. These models can: `studio/grand`.
                        • Tiny Booth cannot be told not to sing. These models can: `studio/grand`.
                        • Tiny Booth takes no seed. These models can: `studio/grand`.""");
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void anUnknownModelIsAnsweredWithTheKnownOnes() {
        Scene scene = rig.scene();

        SandboxMessage answer = scene.says(scene.alice, "song", Map.of("prompt", "x", "model", "studio/`@everyone"));

        assertThat(answer.content())
                .isEqualTo(
                        "There is no model “studio/\\`\\@everyone” here. Choose one of: `studio/grand`, `booth/tiny`.");
    }

    @Test
    void theModelsAreOfferedAsTheMemberTypes() {
        Scene scene = rig.scene();

        List<Choice> all = scene.alice.in(scene.general).completes("song", "model", "", Map.of("prompt", "x"));
        List<Choice> some = scene.alice.in(scene.general).completes("song", "model", "TINY", Map.of("prompt", "x"));

        List<Choice> singers = scene.alice.in(scene.general).completes("song", "model", "lyr", Map.of("prompt", "x"));

        assertThat(singers)
                .containsExactly(new Choice("Grand Studio · 10–300 s · instrumental, lyrics, seed", "studio/grand"));
        assertThat(all).extracting(Choice::value).containsExactly("studio/grand", "booth/tiny");
        assertThat(some).containsExactly(new Choice("Tiny Booth · 10–30 s", "booth/tiny"));
    }

    @Test
    void aChannelWhereTheBotCannotPostIsRefusedWithExactlyWhatIsMissing() {
        Scene scene = rig.scene();
        SandboxChannel quiet = scene.guild
                .channel("quiet")
                .deny(scene.guild.everyone(), Permission.ATTACH_FILES, Permission.EMBED_LINKS)
                .deny(scene.guild.botRole(), Permission.ATTACH_FILES, Permission.EMBED_LINKS);

        SandboxMessage refused = scene.alice
                .in(quiet)
                .runs("song", Map.of("prompt", "a calm river"))
                .awaitResponse(BotRig.SOON);
        SandboxMessage privately = scene.alice
                .in(quiet)
                .runs("song", Map.of("prompt", "a calm river", "private", true))
                .awaitResponse(BotRig.SOON);

        assertThat(refused.content())
                .isEqualTo("I cannot post a song here. I need these permissions in this channel: "
                        + "Embed Links, Attach Files.");
        assertThat(privately.content()).startsWith("Your song is in the works");
        assertThat(scene.unfinished()).hasSize(1);
    }

    @Test
    void whoHasHadAllSongsOfTheDayReadsWhenItStartsAnew() {
        Scene scene = rig.scene();
        for (int i = 0; i < 4; i++) {
            Job job = scene.rendered(scene.asks(scene.alice, "song " + i));
            scene.delivered(job, job.statusMessage().orElseThrow());
        }

        SandboxMessage answer = scene.says(scene.alice, "song", Map.of("prompt", "one more"));

        assertThat(answer.content())
                .matches(
                        "You have had 4 songs today, and the limit is 4 a day\\. "
                                + "You have left: 3:00 of music today\\. Today's limits start anew <t:\\d+:R>, at <t:\\d+:t>\\.");
        assertThat(answer.buttons()).isEmpty();
    }

    @Test
    void aSongLongerThanTheMusicThatIsLeftIsRefusedWithWhatIsLeft() {
        Scene scene = rig.scene();
        scene.asks(scene.alice, Map.of("prompt", "long", "length", 250));

        SandboxMessage answer = scene.says(scene.alice, "song", Map.of("prompt", "longer", "length", 60));

        assertThat(answer.content())
                .startsWith("This song is 1:00 long, and you have 0:50 of today's 5:00 of music left. You have left: ");
    }

    @Test
    void whoseOtherSongsAreStillInTheWorksReadsToAskLater() {
        Scene scene = rig.scene();
        for (int i = 0; i < 3; i++) {
            scene.asks(scene.bob, Map.of("prompt", "song " + i, "length", 10));
        }

        SandboxMessage answer = scene.says(scene.bob, "song", Map.of("prompt", "one more", "length", 10));

        assertThat(answer.content())
                .isEqualTo("You have 3 songs in the works, and the limit is 3 at a time. Ask again when one is done."
                        + " You have left: 1 song today, 4:30 of music today.");
    }
}
