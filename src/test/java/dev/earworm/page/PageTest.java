package dev.earworm.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that need a browser. They are skipped where there is no Chromium, and fail there with
 * {@code -Dearworm.browser=required}. A test may ask for a {@link org.openqa.selenium.chrome.ChromeDriver}, the one that
 * all of them share.
 */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PageTest {}
