package dev.earworm.config;

import java.net.InetAddress;
import java.net.URI;

/** Where the outside reaches this program: by https, since calls from there carry the word of a vendor. */
record PublicAddressFormat() implements ValueFormat<URI> {
    private static final ValueFormat<URI> ADDRESS = new AddressFormat();

    @Override
    public Parsed<URI> parse(String text) {
        return switch (ADDRESS.parse(text)) {
            case Accepted<URI>(URI address)
            when isPlain(address) && !isWithin(address.getHost()) ->
                new Refused<>("http is allowed within one's own network only, others need https");
            case Parsed<URI> parsed -> parsed;
        };
    }

    private static boolean isPlain(URI address) {
        return address.getScheme().equalsIgnoreCase("http");
    }

    /** A name without a dot is one of this machine or of the containers beside it. Nobody is asked for the address. */
    private static boolean isWithin(String host) {
        try {
            InetAddress address = InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""));
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || isUniqueLocal(address);
        } catch (IllegalArgumentException e) {
            return !host.contains(".");
        }
    }

    /** Of IPv6, fc00::/7 (RFC 4193). */
    private static boolean isUniqueLocal(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }

    @Override
    public String shown(String text) {
        return ADDRESS.shown(text);
    }
}
