package dev.earworm.providers.acestep;

import dev.earworm.providers.BaseUrl;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Knows which addresses are the operator's own server, the only one that gets the key and may be private.
 *
 * <p>The server names a file as {@code /v1/audio?path=…} and knows nothing of a path in front of it, so what it names is
 * looked for below the base URL.
 */
final class AcestepFiles {
    private final HttpUrl home;

    AcestepFiles(BaseUrl baseUrl) {
        // With a slash at the end, relative addresses stay below it.
        this.home = baseUrl.resolve("");
    }

    /** Empty for what is no address. A complete one is taken as it is, and is not the server's unless it says so. */
    Optional<HttpUrl> locate(String file) {
        if (file.isBlank()) {
            return Optional.empty();
        }
        return Optional.ofNullable(HttpUrl.parse(file))
                .or(() -> Optional.ofNullable(home.resolve(below(file))).filter(this::isHome));
    }

    /** Whether scheme, host and port are the server's. */
    boolean isHome(URI address) {
        HttpUrl url = HttpUrl.parse(address.toString());
        return url != null && isHome(url);
    }

    private boolean isHome(HttpUrl url) {
        return url.scheme().equals(home.scheme()) && url.host().equals(home.host()) && url.port() == home.port();
    }

    /** Two slashes, or backslashes, in front would lead to another host. */
    private static String below(String file) {
        return file.strip().replaceFirst("^[/\\\\]+", "");
    }
}
