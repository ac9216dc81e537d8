package dev.earworm.providers.aigateway;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AigatewayHostsTest {
    private final AigatewayHosts vendor = new AigatewayHosts(HttpUrl.get(AigatewayConfig.DEFAULT_BASE_URL.toString()));
    private final AigatewayHosts proxy = new AigatewayHosts(HttpUrl.get("http://10.0.0.7:8787/gate"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.aigateway.sh/v1/files/jobs/j/a.mp3",
                "https://media.aigateway.sh/v1/files/jobs/j/a.mp3",
                "https://MEDIA.aigateway.sh:443/music/abc123.mp3"
            })
    void theVendorsTwoHostsAreItsOwn(String url) {
        assertThat(vendor.own(HttpUrl.get(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://media.aigateway.sh/x",
                "https://media.aigateway.sh:8443/x",
                "https://aigateway.sh/x",
                "https://evil.aigateway.sh/x",
                "https://media.aigateway.sh.evil.example/x",
                "https://evil.example/media.aigateway.sh/x",
                "https://media.aigateway.sh@evil.example/x",
                "https://media.aigateway.sh./x",
                "http://10.0.0.7:8787/x"
            })
    void nothingElseIs(String url) {
        assertThat(vendor.own(HttpUrl.get(url))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.7:8787/v1/files/jobs/j/a.mp3", "http://10.0.0.7:8787/gate/x"})
    void ofAnotherBaseAddressItsHostAndPortAreItsOwn(String url) {
        assertThat(proxy.own(HttpUrl.get(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.7:8787/x",
                "http://10.0.0.7/x",
                "http://10.0.0.7:8788/x",
                "http://10.0.0.8:8787/x",
                "https://api.aigateway.sh/x",
                "https://media.aigateway.sh/x"
            })
    void andNotEvenTheVendors(String url) {
        assertThat(proxy.own(HttpUrl.get(url))).isFalse();
    }
}
