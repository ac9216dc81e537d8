package dev.earworm.page;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;

/** One browser for all tests of the page, started for the first and ended after the last. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {
    private static final Namespace OURS = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return BrowserWish.stated() != BrowserWish.OPTIONAL || Chromium.find().isPresent()
                ? ConditionEvaluationResult.enabled("a browser is here, or must be")
                : ConditionEvaluationResult.disabled(Chromium.MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ChromeDriver.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser(context);
    }

    static ChromeDriver browser(ExtensionContext context) {
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
