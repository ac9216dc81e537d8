package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Draws the README's picture of the page anew: {@code mvn -q -B test -Dtest=PagePicture}. It is the real page, as the browser
 * laid it out, in a format that shows what changed. Beside it, in {@code target/page}, lies what the browser shows.
 */
@PageTest
class PagePicture {
    private static final Path PICTURE = Path.of("src", "docs", "page.svg");
    private static final Path SCREENSHOT = Path.of("target", "page", "page.png");
    private static final int LARGEST = 150_000;

    @Test
    void drawsAFinishedSongAndTheNextOneBeingTyped(Visitor alice, ChromeDriver browser) throws IOException {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 1100, "height", 960, "deviceScaleFactor", 1, "mobile", false));
        alice.sends("/song prompt:lo-fi piano with light rain length:30").sees("Your song is done", "0:30");
        alice.hears();
        alice.writes("/song prompt:a brass band on a tram length:45");

        String svg = (String) Objects.requireNonNull(alice.runs(
                Script.named("draw.js"),
                "Earworm on its sandbox page",
                "A channel with a finished song: a player, the cover, the waveform and buttons. Below it somebody types the next command.",
                12));

        assertThat(svg.length()).isLessThan(LARGEST);
        Files.writeString(PICTURE, svg);
        Files.createDirectories(SCREENSHOT.getParent());
        Files.write(SCREENSHOT, browser.getScreenshotAs(OutputType.BYTES));
    }
}
