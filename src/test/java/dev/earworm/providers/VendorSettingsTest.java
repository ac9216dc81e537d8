package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator writes in the configuration of a vendor. */
class VendorSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.example.com,       https://api.example.com/v1/music",
        "https://api.example.com/,      https://api.example.com/v1/music",
        "https://example.com/gate,      https://example.com/gate/v1/music",
        "https://example.com/gate/,     https://example.com/gate/v1/music",
        "http://127.0.0.1:8085/a/b/,    http://127.0.0.1:8085/a/b/v1/music"
    })
    void aBaseUrlMayHaveAPathAndASlashAtItsEnd(URI base, String expected) {
        assertThat(BaseUrl.of(base).resolve("v1/music").toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.example.com",
                "/v1",
                "ftp://example.com",
                "https:///v1",
                "mailto:someone@example.com",
                "https://me:hunter2@example.com",
                "https://example.com?key=hunter2",
                "https://example.com#top"
            })
    void anythingButAPlainHttpAddressIsRefusedWithoutRepeatingIt(String base) {
        assertThatThrownBy(() -> BaseUrl.of(URI.create(base)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2\n", "hunter2 hunter2", "hunter2\r\nX-Evil: 1", "hunter2é", "\u0000hunter2"})
    void aKeyThatNoHeaderCanCarryIsRefusedWithoutRepeatingIt(String key) {
        assertThatThrownBy(() -> ApiKeyPolicy.requireUsable(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void anEmptyKeyIsRefused() {
        assertThatThrownBy(() -> ApiKeyPolicy.requireUsable("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrdinaryKeyIsTaken() {
        assertThatCode(() -> ApiKeyPolicy.requireUsable("sk_0123-abc.DEF~+/=")).doesNotThrowAnyException();
    }

    @Test
    void aVendorsTextIsCleanedOfSecretsLinesAndLength() {
        Redactor redactor = new Redactor("hunter2");

        assertThat(redactor.clean("no key\r\nhunter2\u0007 here")).isEqualTo("no key [hidden] here");
        assertThat(redactor.clean("x".repeat(5000))).hasSizeLessThan(600);
        assertThat(redactor.clean("x".repeat(497) + "hunter2")).doesNotContain("hun");
        assertThat(redactor.toString()).doesNotContain("hunter2");
    }
}
