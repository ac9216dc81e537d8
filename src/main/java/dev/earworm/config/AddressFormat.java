package dev.earworm.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** The address of an HTTP server, perhaps with a path. */
record AddressFormat() implements ValueFormat<URI> {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public Parsed<URI> parse(String text) {
        try {
            URI address = new URI(text);
            if (isServer(address) && isBare(address)) {
                return new Accepted<>(address);
            }
        } catch (URISyntaxException e) {
            // The sentence below says what is allowed, which helps more than where the parser stopped.
        }
        return new Refused<>("allowed is an http or https address without a user name, query or fragment");
    }

    private static boolean isServer(URI address) {
        return address.getScheme() != null
                && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
                && address.getHost() != null
                && address.getPort() <= 65_535;
    }

    private static boolean isBare(URI address) {
        return address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null;
    }

    /** Before an @ there may be a password, and a query may hold a key. */
    @Override
    public String shown(String text) {
        return text.contains("@") || text.contains("?") ? "an address that is not shown here" : Quoted.of(text);
    }
}
