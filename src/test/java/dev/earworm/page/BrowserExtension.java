package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/**
 * One browser for all tests of the page, started for the first and ended after the last; the program is started anew for
 * each. A test fails when the browser complained of the page, and leaves a picture when it fails.
 */
final class BrowserExtension
        implements ExecutionCondition, BeforeEachCallback, ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace OURS = Namespace.create(BrowserExtension.class);
    private static final Path PICTURES = Path.of("target", "page");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return BrowserWish.stated() != BrowserWish.OPTIONAL || Chromium.find().isPresent()
                ? ConditionEvaluationResult.enabled("a browser is here, or must be")
                : ConditionEvaluationResult.disabled(Chromium.MISSING);
    }

    /** What an earlier test made of the browser is undone. */
    @Override
    public void beforeEach(ExtensionContext context) {
        ChromeDriver browser = browser(context);
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of());
        browser.manage().logs().get(LogType.BROWSER);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ChromeDriver.class || type == PageRig.class || type == Visitor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == ChromeDriver.class) {
            return browser(context);
        }
        PageRig rig = context.getStore(OURS)
                .computeIfAbsent(PageRig.class, _ -> PageRig.start(browser(context)), PageRig.class);
        return type == PageRig.class ? rig : rig.visitor();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            Files.createDirectories(PICTURES);
            String name = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName();
            Files.write(PICTURES.resolve(name + ".png"), browser(context).getScreenshotAs(OutputType.BYTES));
        }
        assertThat(browser(context).manage().logs().get(LogType.BROWSER))
                .as("what the browser complains of")
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .isEmpty();
    }

    private static ChromeDriver browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Open.class, _ -> Open.now(), Open.class)
                .driver();
    }

    /** Quits with the last test. */
    private record Open(ChromeDriver driver) implements AutoCloseable {
        static Open now() {
            Chromium chromium = Chromium.find().orElseThrow(() -> new AssertionError(Chromium.MISSING));
            return new Open(chromium.open(BrowserWish.stated()));
        }

        @Override
        public void close() {
            driver.quit();
        }
    }
}
