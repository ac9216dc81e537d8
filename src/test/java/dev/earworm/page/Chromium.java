package dev.earworm.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The browser of this machine, as its package put it there. With both paths given, Selenium looks for nothing and
 * downloads nothing.
 */
record Chromium(Path program, Path driver) {
    static final String MISSING =
            "no Chromium here; install the packages chromium and chromium-driver to run the tests of the page";

    private static final List<String> PROGRAMS = List.of("chromium", "google-chrome", "chromium-browser");
    private static final List<String> USUAL = List.of(
            "--window-size=1280,900",
            "--mute-audio",
            "--autoplay-policy=no-user-gesture-required",
            "--no-first-run",
            "--disable-dev-shm-usage",
            // Its own sandbox starts neither as root nor in most containers; it is shown nothing but our page.
            "--no-sandbox");

    /** It has no business with its maker while it is tested. */
    private static final List<String> OFFLINE = List.of(
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
            "--no-proxy-server",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-sync",
            "--no-pings");

    static Optional<Chromium> find() {
        return PROGRAMS.stream()
                .flatMap(Chromium::onPath)
                .findFirst()
                .flatMap(program -> onPath("chromedriver").findFirst().map(driver -> new Chromium(program, driver)));
    }

    private static Stream<Path> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }

    /** Starts it, with a profile that is thrown away when it quits. */
    ChromeDriver open(BrowserWish wish) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program.toFile());
        options.addArguments(USUAL);
        options.addArguments(OFFLINE);
        if (wish != BrowserWish.VISIBLE) {
            options.addArguments("--headless=new");
        }
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }
}
