package dev.earworm.providers.aigateway;

import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Tells the vendor's own hosts, to which alone the key goes, from all others that a result may name: its API and its
 * media host, or where the operator names another base address, just that.
 */
final class AigatewayHosts {
    private static final Set<String> VENDOR = Set.of("api.aigateway.sh", "media.aigateway.sh");

    private final HttpUrl base;

    AigatewayHosts(HttpUrl base) {
        this.base = base;
    }

    boolean own(HttpUrl url) {
        return isVendor(base) ? isVendor(url) : isBase(url);
    }

    private static boolean isVendor(HttpUrl url) {
        return url.isHttps() && url.port() == HttpUrl.defaultPort("https") && VENDOR.contains(url.host());
    }

    private boolean isBase(HttpUrl url) {
        return url.scheme().equals(base.scheme()) && url.host().equals(base.host()) && url.port() == base.port();
    }
}
