package dev.earworm.ops;

import java.net.URI;
import java.util.Optional;

/**
 * Where operators ask whether the program is well, and where providers call it.
 *
 * @param port TCP port on every address of the machine; 0 for any free one
 * @param publicUrl where the outside reaches that port, with or without a path; empty where it does not
 */
public record HttpConfig(int port, Optional<URI> publicUrl) {
    public HttpConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
    }

    /** Out of the reach of providers. */
    public HttpConfig(int port) {
        this(port, Optional.empty());
    }

    /** What a provider is to call; the public address may be that of a proxy, which takes its own path off again. */
    public Optional<URI> webhook(String provider) {
        return publicUrl.map(url -> URI.create(url.toString().replaceAll("/+$", "") + "/webhooks/" + provider));
    }
}
