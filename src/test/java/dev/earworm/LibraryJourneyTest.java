package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.quota.Limit;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.storage.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Finished songs and the whole program. */
@ParameterizedClass(name = "on {0}")
@EnumSource
class LibraryJourneyTest {
    @Parameter
    private Engine engine;

    @TempDir
    private Path folder;

    private StagedProvider vendor;

    @BeforeEach
    void hireVendor() throws Exception {
        vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(3)), 1);
    }

    @Test
    void aSongComesAgainAsItWasWithItsPictures() throws Exception {
        vendor.finishesSongs();
        try (FrontDoor bot = FrontDoor.openOn(engine, folder.resolve("data"), vendor)) {
            bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
            SandboxMessage first = bot.awaitTrack();
            bot.eventually(() -> bot.untold() == 0);
            bot.stop();
            bot.start(PowerSwitch.never());

            sendsAgain(bot);

            bot.eventually(() -> bot.tracks().size() == 2);
            SandboxMessage again = bot.tracks().getLast();
            assertThat(again.files())
                    .extracting(SandboxFile::name)
                    .isEqualTo(first.files().stream().map(SandboxFile::name).toList());
            assertThat(again.embeds().getFirst().title()).isEqualTo("a calm river");
            assertThat(vendor.submits).hasSize(1);
            assertThat(bot.ledgerAfterStop(bot.alice).of(Limit.DAILY_SONGS)).isEqualTo(1);
        }
    }

    @Test
    void aSongThatCouldNotBePostedIsToldOfAndComesFromTheLibrary() throws Exception {
        try (FrontDoor bot = FrontDoor.openOn(engine, folder.resolve("data"), vendor)) {
            bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
            bot.eventually(() -> bot.songs() == 1);
            bot.closesEveryWayTo(bot.alice);
            vendor.finishesSongs();

            assertThat(bot.awaitNews(bot.alice).content())
                    .startsWith(bot.alice.mention()
                            + " Your song “a calm river” is done, but it could not be posted. It waits for you in "
                            + "/library until <t:");
            assertThat(bot.keptSongs()).isEqualTo(1);

            bot.general.allow(bot.home.botRole(), Permission.ATTACH_FILES);
            bot.sandbox.tokenLifetime(Duration.ofMinutes(15));
            // What the bot itself has heard of its permissions decides; until then it names what is missing.
            bot.eventually(() -> sendsAgain(bot).startsWith("Here it is: "));

            assertThat(bot.tracks()).hasSize(1);
            assertThat(bot.keptSongs()).isZero();
        }
    }

    private static String sendsAgain(FrontDoor bot) {
        SandboxMessage list =
                bot.run(bot.alice, "library", Map.of("song", "river")).awaitResponse(FrontDoor.SOON);
        JsonNode menu = list.componentJson().get(0).path("components").path(0);
        SandboxMessage card = bot.alice
                .in(bot.general)
                .selects(
                        list,
                        menu.path("custom_id").asText(),
                        menu.path("options").path(0).path("value").asText())
                .awaitResponse(FrontDoor.SOON);
        SandboxInteraction press = bot.alice.in(bot.general).presses(card, "Send again");
        bot.eventually(() -> !press.response().content().startsWith("I am fetching it."));
        return press.response().content();
    }
}
