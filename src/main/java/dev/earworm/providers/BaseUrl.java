package dev.earworm.providers;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Where a vendor's API begins; with or without a path of its own and a slash at the end. */
public record BaseUrl(HttpUrl url) {
    /**
     * Takes an address with or without a path and a slash at its end.
     *
     * @throws IllegalArgumentException in words for the operator, without the address, which may hold a password
     */
    public static BaseUrl of(URI address) {
        HttpUrl url = HttpUrl.parse(address.toString());
        // OkHttp forgives a missing host and takes the path for it.
        if (url == null || address.getRawAuthority() == null) {
            throw new IllegalArgumentException("must be a full http or https address");
        }
        boolean bare =
                url.username().isEmpty() && url.password().isEmpty() && url.query() == null && url.fragment() == null;
        if (!bare) {
            throw new IllegalArgumentException("must be an address without user name, query and fragment");
        }
        return new BaseUrl(url);
    }

    /**
     * The address of one of the vendor's calls.
     *
     * @param path without a slash in front
     */
    public HttpUrl resolve(String path) {
        return url.newBuilder().addPathSegments(path).build();
    }

    /**
     * Where an address in an answer leads; it may be of any host.
     *
     * @param address complete, or without a host, which begins with a slash and leads to the vendor's
     * @return empty for everything else
     */
    public Optional<HttpUrl> locate(String address) {
        return Optional.ofNullable(address.startsWith("/") ? url.resolve(address) : HttpUrl.parse(address));
    }
}
