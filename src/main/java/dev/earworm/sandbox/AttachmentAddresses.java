package dev.earworm.sandbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the addresses of files and knows which of them still count: developers/reference, "Signed Attachment CDN URLs".
 *
 * <p>{@code ex} and {@code is} are hexadecimal seconds, {@code hm} the signature. Discord does not document how long an
 * address lives; in practice it is a day. Everything that Discord tells a bot has a fresh address.
 */
final class AttachmentAddresses {
    static final Duration LIFETIME = Duration.ofDays(1);
    private static final String ALGORITHM = "HmacSHA256";

    private final InstantSource clock;
    private final SecretKeySpec key;

    AttachmentAddresses(InstantSource clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** The address with a signature of now, in place of the one that it may have. */
    String signed(String address) {
        String plain = address.split("\\?", 2)[0];
        Instant now = clock.instant();
        String issued = Long.toHexString(now.getEpochSecond());
        String expires = Long.toHexString(now.plus(LIFETIME).getEpochSecond());
        return "%s?ex=%s&is=%s&hm=%s&".formatted(plain, expires, issued, signature(path(plain), expires, issued));
    }

    /** Whether this path with this query is signed by us, and not expired. */
    boolean isValid(String path, String query) {
        Map<String, String> parameters = parameters(query);
        String expires = parameters.getOrDefault("ex", "");
        String expected = signature(path, expires, parameters.getOrDefault("is", ""));
        return same(expected, parameters.getOrDefault("hm", ""))
                && clock.instant().getEpochSecond() < Long.parseLong(expires, 16);
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String path, String expires, String issued) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed =
                    mac.doFinal("%s %s %s".formatted(path, expires, issued).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return parameters;
    }
}
