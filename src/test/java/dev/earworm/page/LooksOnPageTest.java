package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** That everybody can use the page: in both themes, on a phone, by ear and by keyboard. */
@PageTest
class LooksOnPageTest {
    private static final By CONTROLS = By.cssSelector(
            "button, a[href], input:not([type=file]), select, textarea, audio, [role=combobox], [role=slider]");
    private static final By IN_FORM =
            By.cssSelector("dialog[open], dialog[open] :is(button, input, textarea, [role=combobox])");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyWordCanBeReadAndEveryControlHasAName(String theme, Visitor alice, ChromeDriver browser) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        alice.sends("# Title\n")
                .sends("a `code`, **bold** and ||hidden|| for @everyone")
                .sees("Title");
        alice.sends("/song prompt:happy waltz length:5")
                .sees("Your song is ready.")
                .sends("/quota ")
                .sees("Songs today");
        alice.eventually(() -> assertThat(findings(alice)).isEmpty());

        alice.writes("/song prompt:x model:by rule").sees("Built-in composer");
        alice.eventually(() -> assertThat(findings(alice)).isEmpty());

        alice.types(Keys.ESCAPE).presses("Change").sees("Change the song");
        alice.eventually(() -> assertThat(findings(alice)).isEmpty());
    }

    private static List<String> findings(Visitor visitor) {
        List<String> findings = new ArrayList<>(visitor.inspects("audit.js"));
        // Behind an open form nothing can be used, so nothing there has a name.
        boolean isFormOpen = !visitor.all(By.cssSelector("dialog[open]")).isEmpty();
        visitor.all(isFormOpen ? IN_FORM : CONTROLS).stream()
                .filter(WebElement::isDisplayed)
                .filter(control -> Objects.requireNonNullElse(control.getAccessibleName(), "")
                        .isBlank())
                .forEach(control -> findings.add("without a name: " + control.getDomProperty("outerHTML")));
        return findings;
    }

    @Test
    void aPhoneShowsAllOfItWithoutScrollingSideways(Visitor alice, ChromeDriver browser) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        alice.sends("/song prompt:happy waltz length:5").sees("Your song is ready.");
        alice.sends("a".repeat(200) + " https://example.com/" + "b".repeat(200)).sees("aaaa");
        alice.eventually(() -> assertThat(alice.inspects("reach.js")).isEmpty());

        alice.writes("/song prompt:x length:5 model:by rule").sees("Built-in composer");
        alice.eventually(() -> assertThat(alice.inspects("reach.js")).isEmpty());
        alice.types(Keys.ESCAPE).presses("Change").sees("Change the song");
        alice.eventually(() -> assertThat(alice.inspects("reach.js")).isEmpty());
        alice.types(Keys.ESCAPE).presses("Channels").opens("music").sees("#music");
        alice.presses("Controls").turnsOn("Songs take long");
        alice.eventually(() -> assertThat(alice.inspects("reach.js")).isEmpty());
    }

    @Test
    void theTabKeyReachesEverythingThatCanBePressed(Visitor alice) {
        alice.sends("/song prompt:happy waltz length:5").sees("Your song is ready.");
        while (!alice.focused().getTagName().equals("body")) {
            alice.types(Keys.TAB);
        }
        List<String> reached = new ArrayList<>();
        do {
            alice.types(Keys.TAB);
            reached.add(Objects.requireNonNullElse(alice.focused().getAccessibleName(), ""));
        } while (!alice.focused().getTagName().equals("body"));

        assertThat(reached)
                .contains("general", "music", "Again", "Change", "Delete", "Send", "A day passes")
                .anyMatch(name -> name.contains("Songs take long"));
    }

    @Test
    void theThemeCanBeChosenAndStays(PageRig rig) {
        Visitor visitor = rig.visitor();
        visitor.finds(By.id("theme")).click();
        visitor.finds(By.id("theme")).click();

        assertThat(visitor.runs("return document.documentElement.dataset.theme"))
                .isEqualTo("dark");
        assertThat(rig.visitor().runs("return document.documentElement.dataset.theme"))
                .isEqualTo("dark");
    }
}
