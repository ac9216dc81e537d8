package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.Wav;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What can be typed, and how the page helps with it. */
@PageTest
class ComposerOnPageTest {
    @TempDir
    private Path folder;

    @Test
    void aSlashOffersEveryCommandThatTheBotRegistered(Visitor alice) {
        alice.isAtComposer().types("/");

        alice.eventually(() -> assertThat(alice.options())
                .anyMatch(text -> text.contains("/song"))
                .hasSizeGreaterThan(8));
        alice.types("qu");
        alice.eventually(() -> assertThat(alice.options())
                .anyMatch(text -> text.contains("/quota"))
                .noneMatch(text -> text.contains("/song")));
        alice.types(Keys.ESCAPE).eventually(() -> assertThat(alice.options()).isEmpty());
    }

    @Test
    void theBotIsAskedForChoicesWhileOneTypes(Visitor alice) {
        alice.writes("/song prompt:x model:by rule").sees("Built-in composer");

        alice.types(Keys.ARROW_DOWN, Keys.ENTER, Keys.ENTER).sees("used /song", "“x”");
    }

    @Test
    void anOptionThatIsNeededIsAskedFor(Visitor alice) {
        alice.sends("/song ").types(Keys.ENTER).sees("prompt is required.");
    }

    @Test
    void aNumberOutOfItsRangeNeverLeaves(Visitor alice) {
        alice.sends("/song prompt:x length:many")
                .sees("length takes a whole number.")
                .seesNo("used /song");
    }

    @Test
    void aFileGoesAlongWithACommand(Visitor alice) throws Exception {
        Path sound = Wav.tone(folder.resolve("hum.wav"), Duration.ofSeconds(12));
        alice.writes("/song prompt:x reference:").takes(sound).sees("hum.wav").types(Keys.ENTER);

        alice.sees("does not start from a given sound");
    }

    @Test
    void aMessageCarriesWordsAndASoundThatOthersHear(Visitor visitor) throws Exception {
        visitor.writes("listen to **this**").takes(Wav.tone(folder.resolve("hum.wav"), Duration.ofSeconds(2)));
        visitor.sees("hum.wav").types(Keys.ENTER).sees("listen to this");

        visitor.becomes("bob").sees("listen to this", "hum.wav");
        assertThat(visitor.hears().loudness()).isPositive();
    }

    @Test
    void aMessageIsDeletedForEveryone(Visitor visitor) {
        visitor.sends("never mind").sees("never mind").pointsAtNewest().presses("Delete this message");
        visitor.seesNo("never mind");

        visitor.becomes("bob").sees("This is where the channel begins").seesNo("never mind");
    }

    @Test
    void aTimeTicks(Visitor alice) {
        alice.sends("<t:%d:R>".formatted(System.currentTimeMillis() / 1000 + 40));
        String first = alice.finds(By.cssSelector("time[data-as=R]")).getText();

        alice.eventually(
                () -> assertThat(alice.finds(By.cssSelector("time[data-as=R]")).getText())
                        .startsWith("in ")
                        .isNotEqualTo(first));
    }
}
