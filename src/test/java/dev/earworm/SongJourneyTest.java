package dev.earworm;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.audio.AudioInfo;
import dev.earworm.audio.AudioProbe;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.audio.ProbeResult;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Suggestion;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.storage.Engine;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From a member's command to what the member reads and hears, through the whole program. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class SongJourneyTest {
    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Parameter
    private Engine engine;

    @TempDir
    private Path folder;

    private StagedProvider vendor;
    private FrontDoor bot;

    @BeforeEach
    void open() throws Exception {
        vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), LENGTH), 1);
        bot = FrontDoor.openOn(engine, folder.resolve("data"), vendor);
    }

    @AfterEach
    void close() {
        bot.close();
        assertThat(bot.sandbox.unknownRequests()).isEmpty();
    }

    @Test
    void aMemberAsksForASongAndHearsIt() throws Exception {
        SandboxInteraction asked = bot.reads(
                bot.alice, "song", Map.of("prompt", "a calm river"), "in the works", "a calm river", "2 songs left");

        vendor.finishesSongs();
        SandboxMessage track = bot.awaitTrack();

        assertThat(track.pings().users()).containsExactly(bot.alice.id());
        assertThat(TryText.of(track, Instant.now()))
                .contains("a calm river", "0:30", "The staged band", "2 songs left today");
        assertThat(track.embedJson().get(0).at("/image/url").asText()).isEqualTo("attachment://waveform.png");
        assertThat(track.embedJson().get(0).at("/thumbnail/url").asText()).isEqualTo("attachment://cover.jpg");
        assertThat(track.files().stream().mapToLong(SandboxFile::size).skip(1)).allMatch(size -> size < 150_000);
        assertThat(track.files())
                .extracting(SandboxFile::name)
                .containsExactly("a-calm-river.mp3", "cover.jpg", "waveform.png");
        assertThat(info(track).duration()).isBetween(Duration.ofMillis(29_900), Duration.ofMillis(30_200));
        bot.eventually(() -> asked.response().buttons().isEmpty()
                && asked.response().content().contains(Long.toString(track.id())));
        assertThat(bot.ledgerAfterStop(bot.alice)).isEqualTo(used(1, 30, 0));
        assertThat(folder.resolve("data/songs")).isEmptyDirectory();
    }

    @Test
    void aSongThatTheVendorRefusesCostsNothingAndCanBeAskedForInBetterWords() {
        vendor.refusesNext(new ProviderFailure.ContentRefused(
                "bad_prompt", Optional.of(new Suggestion.OtherPrompt("a gentle river"))));
        bot.run(bot.alice, "song", Map.of("prompt", "a river like a famous band's"));

        SandboxMessage refusal = bot.awaitNews(bot.alice);
        assertThat(refusal.content()).contains("a gentle river").contains("does not count against your quota");
        vendor.finishesSongs();
        bot.alice.in(bot.general).presses(refusal, "Use this prompt");
        bot.alice.in(bot.general).presses(refusal, refusal.buttons().getFirst().customId());

        assertThat(bot.awaitTrack().files())
                .extracting(SandboxFile::name)
                .containsExactly("a-gentle-river.mp3", "cover.jpg", "waveform.png");
        assertThat(bot.ledgerAfterStop(bot.alice)).isEqualTo(used(1, 30, 0));
        assertThat(vendor.prompts()).containsExactly("a gentle river");
    }

    @Test
    void aWaitingSongIsCancelledFreeOfChargeAndOneThatIsBeingMadeIsNot() {
        SandboxInteraction first = bot.reads(bot.alice, "song", Map.of("prompt", "first"), "in the works");
        bot.eventually(() -> vendor.submits.size() == 1);
        SandboxInteraction second = bot.reads(bot.alice, "song", Map.of("prompt", "second"), "in the works");
        bot.reads(bot.alice, "queue", Map.of(), "first", "second");

        bot.alice.in(bot.general).presses(second.response(), "Cancel");
        bot.eventually(() -> second.response().content().contains("called this song back"));
        SandboxInteraction late =
                bot.alice.in(bot.general).pressesForged(first.response(), "cancel:" + vendor.submits.getFirst());
        assertThat(late.awaitResponse(FrontDoor.SOON).content()).contains("already being made");

        vendor.finishesSongs();
        assertThat(bot.awaitTrack().files())
                .extracting(SandboxFile::name)
                .containsExactly("first.mp3", "cover.jpg", "waveform.png");
        assertThat(bot.ledgerAfterStop(bot.alice)).isEqualTo(used(1, 30, 0));
    }

    @Test
    void aBusyVendorIsAskedAgainAndTeachesItsLimit() {
        vendor.refusesNext(new ProviderFailure.RateLimited("busy", Optional.of(Duration.ZERO), OptionalInt.of(1)));
        vendor.finishesSongs();
        bot.run(bot.alice, "song", Map.of("prompt", "patience"));

        bot.awaitTrack();
        assertThat(bot.tracks()).hasSize(1);
        assertThat(vendor.submits).hasSize(1);
    }

    @Test
    void theFourthSongOfADayIsRefusedWithTheReasonAndTheReset() {
        for (int i = 0; i < 3; i++) {
            bot.reads(bot.alice, "song", Map.of("prompt", "song " + i), "in the works");
        }
        bot.reads(bot.alice, "song", Map.of("prompt", "one too many"), "3");
        bot.reads(bot.bob, "song", Map.of("prompt", "bob's first"), "in the works");
        bot.reads(bot.alice, "quota", Map.of(), "3 of 3", "0 left");
    }

    @Test
    void whatTheBotMayNotDoHereIsNamedAndCostsNothing() {
        bot.general.deny(bot.home.botRole(), Permission.ATTACH_FILES);
        bot.reads(bot.alice, "song", Map.of("prompt", "a calm river"), "Attach Files");

        assertThat(bot.ledgerAfterStop(bot.alice)).isEqualTo(QuotaUsage.NONE);
        assertThat(vendor.submits).isEmpty();
    }

    @Test
    void anOptionOutsideOfTheModelsRangeIsRefusedWithTheRange() {
        bot.reads(bot.alice, "song", Map.of("prompt", "x", "length", 121), "3", "120");
        bot.reads(bot.alice, "song", Map.of("prompt", "x".repeat(201)), "200");
        bot.reads(bot.alice, "song", Map.of("prompt", "x", "lyrics", "la la"), "does not sing given words");

        assertThat(bot.ledgerAfterStop(bot.alice)).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void aPrivateSongReachesItsMemberAndNobodyElse() {
        vendor.finishesSongs();
        bot.run(bot.alice, "song", Map.of("prompt", "a secret", "private", true));

        bot.eventually(() -> bot.alice.directMessages().stream()
                .anyMatch(message -> !message.files().isEmpty()));
        assertThat(bot.bob.sees(bot.general)).isEmpty();
    }

    @Test
    void aPromptThatMentionsEveryoneMentionsNobody() {
        vendor.finishesSongs();
        bot.run(bot.alice, "song", Map.of("prompt", "@everyone <@" + bot.bob.id() + "> **loud** `x` ```"));

        SandboxMessage track = bot.awaitTrack();
        assertThat(track.pings().everyone()).isFalse();
        assertThat(track.pings().users()).containsExactly(bot.alice.id());
        assertThat(bot.general.messages())
                .allSatisfy(message -> assertThat(message.pings().users()).doesNotContain(bot.bob.id()));
    }

    @Test
    void aSongThatIsTooLargeIsMadeSmallerUntilItFits() throws Exception {
        bot.home.setUploadLimit(200_000);
        vendor.finishesSongs();
        bot.run(bot.alice, "song", Map.of("prompt", "tight", "format", "wav"));

        SandboxMessage track = bot.awaitTrack();
        assertThat(track.files().getFirst().size()).isLessThanOrEqualTo(200_000);
        assertThat(info(track).duration()).isBetween(Duration.ofMillis(29_900), Duration.ofMillis(30_200));
    }

    private AudioInfo info(SandboxMessage track) throws Exception {
        SandboxFile file = track.files().getFirst();
        Path copy = folder.resolve(file.name());
        try (InputStream bytes = file.open()) {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        ProbeResult result = new AudioProbe(Ffmpeg.unpackedUnder(Path.of("target", "ffmpeg"))).probe(copy);
        return ((ProbeResult.Probed) result).info();
    }
}
