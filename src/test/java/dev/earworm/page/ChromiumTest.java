package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;

/** The browser that tests use. */
@PageTest
class ChromiumTest {
    @Test
    void itReachesNoOtherMachine(ChromeDriver browser) {
        assertThatThrownBy(() -> browser.get("http://example.com/"))
                .isInstanceOf(WebDriverException.class)
                .hasMessageContaining("ERR_NAME_NOT_RESOLVED");
    }
}
