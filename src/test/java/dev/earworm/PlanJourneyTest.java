package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.MemberInChannel;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a plan to the song that follows it, with nothing but what the program brings along. */
class PlanJourneyTest {
    @TempDir
    private Path folder;

    @Test
    void aPlanIsShownWrittenAnewInOnePlaceRenderedAndHeard() throws Exception {
        try (FrontDoor bot = FrontDoor.open(folder)) {
            MemberInChannel alice = bot.alice.in(bot.general);
            SandboxMessage card = bot.reads(
                            bot.alice, "plan", Map.of("prompt", "calm piano", "length", 12), "A plan for “calm piano”")
                    .response();
            assertThat(card.content()).doesNotContain("sparse");
            SandboxInteraction form =
                    alice.selects(card, card.button("Render").customId().replace("render:", "section:"), "0");

            alice.submits(form, Map.of("step", "REDO"));
            bot.eventually(() -> now(bot, card).content().contains("sparse"));
            alice.presses(now(bot, card), "Render");

            bot.eventually(() -> bot.tracks().stream().anyMatch(PlanJourneyTest::isSong));
            assertThat(now(bot, card).files())
                    .singleElement()
                    .satisfies(picture -> assertThat(picture.name()).isEqualTo("timeline.png"));
            assertThat(bot.songs()).isEqualTo(1);
        }
    }

    private static boolean isSong(SandboxMessage message) {
        return message.files().stream().anyMatch(file -> file.name().equals("calm-piano.mp3"));
    }

    private static SandboxMessage now(FrontDoor bot, SandboxMessage card) {
        return bot.alice.sees(bot.general).stream()
                .filter(message -> message.id() == card.id())
                .findFirst()
                .orElseThrow();
    }
}
