package dev.earworm.ops;

import java.net.URI;
import java.util.Optional;

/**
 * Where operators ask whether the program is well, and where providers call it.
 *
 * @param port TCP port; 0 for any free one
 * @param publicUrl where the outside reaches that port, with or without a path; empty where it does not
 * @param address the one of the machine that it is opened on; every one when empty
 */
public record HttpConfig(int port, Optional<URI> publicUrl, Optional<String> address) {
    public HttpConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
    }

    /** On every address of the machine. */
    public HttpConfig(int port, Optional<URI> publicUrl) {
        this(port, publicUrl, Optional.empty());
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
