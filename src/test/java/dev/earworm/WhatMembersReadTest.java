package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exact sentences that members read on the way of a song, through the whole program. */
class WhatMembersReadTest {
    @TempDir
    private Path folder;

    private StagedProvider vendor;
    private FrontDoor bot;

    @BeforeEach
    void open() throws Exception {
        vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(30)), 1);
        bot = FrontDoor.open(folder.resolve("data"), vendor);
    }

    @AfterEach
    void close() {
        bot.close();
        assertThat(bot.sandbox.unknownRequests()).isEmpty();
    }

    @Test
    void theStatusTellsPositionStageAndEndAndIsEditedAtMostEveryFiveSeconds() {
        bot.reads(bot.alice, "song", Map.of("prompt", "first"), "in the works");
        bot.eventually(() -> vendor.submits.size() == 1);
        bot.reads(bot.alice, "song", Map.of("prompt", "second"), "in the works");
        SandboxInteraction third = bot.reads(
                bot.bob, "song", Map.of("prompt", "third"), "in the works: “third”", "The staged band · 0:30");
        SandboxMessage status = third.response();

        vendor.finishesSongs();

        bot.eventually(() -> third.response().content().startsWith("Your song is done: “third”\nhttps://discord.com/"));
        assertThat(third.response().buttons()).isEmpty();
        assertThat(third.response().pings().users()).isEmpty();
        String path = "/messages/" + status.id();
        Instant previous = status.createdAt();
        for (var edit : bot.sandbox.requests()) {
            if (edit.method().equals("PATCH") && edit.path().contains(path)) {
                assertThat(Duration.between(previous, edit.at())).isGreaterThanOrEqualTo(Duration.ofMillis(4_900));
                previous = edit.at();
            }
        }
    }

    @Test
    void theVendorsPercentageIsReadInTheStatusAndInTheQueue() {
        vendor.says(34);
        SandboxInteraction asked = bot.reads(bot.alice, "song", Map.of("prompt", "a calm river"), "next in line");

        bot.eventually(() -> asked.response().content().contains("▰▰▰▱▱▱▱▱▱▱ 30 %"));
        assertThat(asked.response().content()).matches("""
                        Your song is being made: “a calm river”
                        The staged band · 0:30 · ready <t:\\d+:R>
                        ▰▰▰▱▱▱▱▱▱▱ 30 %
                        2 songs left today\\.""");
        assertThat(asked.response().buttons()).isEmpty();
        bot.reads(bot.bob, "queue", Map.of(), "“a calm river” · being made, 30 % · ready in ");
    }

    @Test
    void aVendorThatCannotStopIsNamedAndTheSongIsPosted() {
        bot.reads(bot.alice, "song", Map.of("prompt", "first"), "in the works");
        bot.eventually(() -> vendor.submits.size() == 1);

        bot.reads(
                bot.alice,
                "cancel",
                Map.of(),
                "“first” is already being made, and staged cannot stop a song that it has begun. It will be posted "
                        + "when it is done, and counts against your quota.");

        vendor.finishesSongs();
        assertThat(bot.awaitTrack().files().getFirst().name()).isEqualTo("first.mp3");
    }

    @Test
    void aVendorThatStopsLeavesTheButtonAndTheStatusSaysThatItCounts() {
        vendor.stopsSongs();
        SandboxInteraction asked = bot.reads(bot.alice, "song", Map.of("prompt", "first"), "in the works");
        bot.eventually(() -> asked.response().buttons().stream()
                .anyMatch(button -> button.label().equals("Cancel (it still counts)")));

        bot.alice.in(bot.general).presses(asked.response(), "Cancel (it still counts)");

        bot.eventually(() -> asked.response()
                .content()
                .equals("You stopped this song: “first”\nIt had been begun, so it counts against your quota."));
        assertThat(asked.response().buttons()).isEmpty();
        assertThat(vendor.stops()).isEqualTo(1);
    }

    @Test
    void theQueueHidesTheWordsOfOtherMembersPrivateSongs() {
        bot.reads(bot.alice, "song", Map.of("prompt", "for all to see"), "in the works");
        bot.eventually(() -> vendor.submits.size() == 1);
        bot.reads(bot.bob, "song", Map.of("prompt", "a secret", "private", true), "in the works");

        SandboxMessage alices = bot.reads(bot.alice, "queue", Map.of(), "“for all to see” · being made")
                .response();
        SandboxMessage bobs =
                bot.reads(bot.bob, "queue", Map.of(), "“a secret” · next").response();

        assertThat(alices.isEphemeral()).isTrue();
        assertThat(alices.content())
                .contains(bot.bob.mention() + " a private song")
                .doesNotContain("secret");
        assertThat(bobs.pings().users()).isEmpty();
    }

    @Test
    void theQuotaSaysWhatWasUsedWhatIsLeftAndWhenItStartsAnew() {
        bot.reads(bot.alice, "song", Map.of("prompt", "first", "length", 90), "2 songs left today");

        SandboxMessage quota =
                bot.reads(bot.alice, "quota", Map.of(), "Songs today").response();

        assertThat(quota.isEphemeral()).isTrue();
        assertThat(quota.content()).matches("""
                        `▰▰▰▱▱▱▱▱▱▱` \\*\\*Songs today:\\*\\* 1 of 3, 2 left
                        `▰▱▱▱▱▱▱▱▱▱` \\*\\*Music today:\\*\\* 1:30 of 30:00, 28:30 left
                        \\*\\*In the works now:\\*\\* 1 of 3
                        Today's limits start anew <t:\\d+:R>, at <t:\\d+:t>\\.""");
    }

    @Test
    void aForgedOrForeignButtonIsRefusedAndChangesNothing() {
        SandboxInteraction asked = bot.reads(bot.alice, "song", Map.of("prompt", "first"), "in the works");
        bot.eventually(() -> vendor.submits.size() == 1);
        SandboxInteraction waiting = bot.reads(bot.alice, "song", Map.of("prompt", "second"), "in the works");

        assertThat(presses("explode:everything", asked.response())).isEqualTo("That button is not one of mine.");
        assertThat(presses(waiting.response().buttons().getFirst().customId(), waiting.response()))
                .isEqualTo("That is not your song.");

        vendor.finishesSongs();
        bot.eventually(() -> bot.tracks().size() == 2);
    }

    @Test
    void aPromptOfAnySortMakesASongWithASafeFileName() {
        vendor.finishesSongs();
        bot.run(bot.alice, "song", Map.of("prompt", "../../🎸 \u202Egp3.exe \u0000<@1> **x** `y`"));

        SandboxMessage track = bot.awaitTrack();

        assertThat(track.files().getFirst().name()).matches("[\\p{L}\\p{N}-]+\\.mp3");
        assertThat(track.pings().users()).containsExactly(bot.alice.id());
    }

    @Test
    void aPromptOfSixThousandCharactersIsRefusedWithTheLimit() {
        bot.reads(
                bot.alice,
                "song",
                Map.of("prompt", "x".repeat(6000)),
                "The staged band takes a prompt of at most 200 characters; yours has 6,000.");
    }

    private String presses(String customId, SandboxMessage message) {
        SandboxMessage answer =
                bot.bob.in(bot.general).pressesForged(message, customId).awaitResponse(FrontDoor.SOON);
        assertThat(answer.isEphemeral()).isTrue();
        return answer.content();
    }
}
