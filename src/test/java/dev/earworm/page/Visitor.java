package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * A person at the page. What they do takes the way of a hand on keyboard and mouse; where they look, they wait until it is
 * there.
 */
final class Visitor {
    private static final Duration SOON = Duration.ofSeconds(60);
    static final By COMPOSER = By.id("composer");

    private final ChromeDriver browser;

    Visitor(ChromeDriver browser) {
        this.browser = browser;
    }

    /** Waits for the cursor to be where messages are written: it is there once the page is. */
    Visitor isAtComposer() {
        eventually(() -> assertThat(focused().getDomAttribute("id")).isEqualTo("composer"));
        return this;
    }

    /** Presses keys, wherever the focus is. */
    Visitor types(CharSequence... keys) {
        new Actions(browser).sendKeys(keys).perform();
        return this;
    }

    /** Writes below the messages. */
    Visitor writes(String line) {
        eventually(() -> finds(COMPOSER).click());
        return types(line);
    }

    /** Writes a line below the messages, and sends it. */
    Visitor sends(String line) {
        return writes(line).types(Keys.ENTER);
    }

    /** Presses the newest button of this name. */
    Visitor presses(String button) {
        By named = By.xpath("//button[not(@disabled)][.//text()[normalize-space()='%1$s'] or @aria-label='%1$s']"
                .formatted(button));
        eventually(() -> browser.findElements(named).stream()
                .filter(WebElement::isDisplayed)
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("no button " + button))
                .click());
        return this;
    }

    /** Writes into a field of a form, in place of what is there. */
    Visitor fills(String label, String text) {
        WebElement field = finds(By.xpath("//dialog//*[@id=//label[contains(., '%s')]/@for]".formatted(label)));
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
        return this;
    }

    /** Chooses in a menu. */
    Visitor chooses(String menu, String item) {
        finds(By.xpath("//*[@role='combobox'][@aria-label='%s']".formatted(menu)))
                .click();
        finds(By.xpath("//*[@role='option'][contains(., '%s')]".formatted(item)))
                .click();
        return this;
    }

    /** Takes a file of this machine, where the page asked for one last. */
    Visitor takes(Path file) {
        finds(By.cssSelector("input[type=file]"));
        all(By.cssSelector("input[type=file]"))
                .getLast()
                .sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Rests the pointer on the newest message. */
    Visitor pointsAtNewest() {
        eventually(() -> new Actions(browser).moveToElement(newest()).perform());
        return this;
    }

    /** Waits for words anywhere on the page. */
    Visitor sees(String... words) {
        eventually(() -> assertThat(text()).contains(words));
        return this;
    }

    /** Waits until none of these words is on the page. */
    Visitor seesNo(String... words) {
        eventually(() -> assertThat(text()).doesNotContain(words));
        return this;
    }

    /** Sits down at the keyboard as somebody else. */
    Visitor becomes(String name) {
        WebElement people = finds(By.id("viewer"));
        people.findElements(By.tagName("option")).stream()
                .filter(person -> person.getText().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is called " + name + ": " + people.getText()))
                .click();
        return this;
    }

    /** Sets the language of their Discord. */
    Visitor speaks(String locale) {
        finds(By.cssSelector("#locale option[value='%s']".formatted(locale))).click();
        return this;
    }

    /** Goes to a channel. */
    Visitor opens(String channel) {
        By named = By.xpath("//nav//*[@data-channel][contains(normalize-space(),'%s')]".formatted(channel));
        eventually(() -> finds(named).click());
        return this;
    }

    /** Turns a control on, and waits until it is. */
    Visitor turnsOn(String control) {
        return turns(control, "true");
    }

    /** Turns a control off, and waits until it is. */
    Visitor turnsOff(String control) {
        return turns(control, "false");
    }

    private Visitor turns(String control, String wanted) {
        WebElement button = finds(By.xpath("//*[@role='switch'][contains(., '%s')]".formatted(control)));
        button.click();
        eventually(() -> assertThat(button.getDomAttribute("aria-checked")).isEqualTo(wanted));
        return this;
    }

    /** The text that is in sight, but for what can be chosen in menus. */
    String text() {
        return (String) Objects.requireNonNull(browser.executeScript(Script.named("text.js")));
    }

    /** Who they are, as the page says. */
    String name() {
        return (String) Objects.requireNonNull(runs("return document.querySelector('#viewer option:checked').text"));
    }

    /** What the browser complained of so far; the test has seen it then. */
    List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The newest message. */
    WebElement newest() {
        return finds(By.cssSelector("li:last-child > article.message"));
    }

    /** Plays the newest song to see that it plays, and listens to all of it at once. */
    Heard hears() {
        finds(By.tagName("audio"));
        List<?> found = (List<?>) awaits("hears.js");
        return new Heard(Duration.ofMillis(Math.round(number(found.get(0)) * 1000)), number(found.get(1)));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** What the open list offers. */
    List<String> options() {
        return all(By.cssSelector("[role=option]")).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    WebElement focused() {
        return browser.switchTo().activeElement();
    }

    WebElement finds(By what) {
        return soon().until(() -> browser.findElement(what), Objects::nonNull);
    }

    List<WebElement> all(By what) {
        return browser.findElements(what);
    }

    @Nullable
    Object runs(String script, Object... arguments) {
        return browser.executeScript(script, arguments);
    }

    /** Sentences that a script of the tests answers. */
    List<String> inspects(String script) {
        List<?> found = (List<?>) Objects.requireNonNull(runs(Script.named(script)));
        return found.stream().map(String.class::cast).toList();
    }

    /** What a script of the tests answers in the end. */
    Object awaits(String script, Object... arguments) {
        return Objects.requireNonNull(browser.executeAsyncScript(Script.named(script), arguments), script);
    }

    void eventually(ThrowingRunnable holds) {
        soon().untilAsserted(holds);
    }

    private static ConditionFactory soon() {
        return await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(40))
                .ignoreExceptions();
    }
}
