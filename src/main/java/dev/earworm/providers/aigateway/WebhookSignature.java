package dev.earworm.providers.aigateway;

import dev.earworm.music.WebhookReceiver.Call;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a call offers as proof: the moment at which it was signed, and the signature of both moment and body. The
 * vendor's libraries send them in one header, its documentation (https://aigateway.sh/docs/webhooks) in two.
 *
 * @param timestamp as it stands in the header, since that is what was signed; seconds since 1970
 * @param signature in hexadecimal
 */
record WebhookSignature(String timestamp, String signature) {
    /** As the vendor says; whatever is older may be a copy that somebody kept. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,12}");
    private static final Pattern SIGNATURE = Pattern.compile("(?:v1=|sha256=)?(\\p{XDigit}{64})");

    /** Every well-formed one; empty when the call is not signed. */
    static List<WebhookSignature> of(Call call) {
        List<WebhookSignature> signatures = new ArrayList<>();
        call.header("X-Gateway-Signature").ifPresent(header -> addFromOneHeader(header, signatures));
        call.header("aig-timestamp")
                .ifPresent(timestamp -> call.header("aig-signature")
                        .flatMap(signature -> parse(timestamp, signature))
                        .ifPresent(signatures::add));
        return List.copyOf(signatures);
    }

    /** {@code t=1712345678,v1=5257a8…}, where there may be more than one {@code v1}. */
    private static void addFromOneHeader(String header, List<WebhookSignature> signatures) {
        List<String> parts = List.of(header.split(",", -1));
        Optional<String> timestamp = parts.stream()
                .map(String::strip)
                .filter(part -> part.startsWith("t="))
                .map(part -> part.substring(2))
                .findFirst();
        timestamp.ifPresent(moment -> parts.stream()
                .map(String::strip)
                .filter(part -> part.startsWith("v1="))
                .forEach(part -> parse(moment, part).ifPresent(signatures::add)));
    }

    private static Optional<WebhookSignature> parse(String timestamp, String signature) {
        Matcher moment = TIMESTAMP.matcher(timestamp.strip());
        Matcher proof = SIGNATURE.matcher(signature.strip());
        return moment.matches() && proof.matches()
                ? Optional.of(new WebhookSignature(moment.group(), proof.group(1)))
                : Optional.empty();
    }

    boolean isFresh(Instant now) {
        Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0;
    }

    /** Compared in the same time wherever the difference is. */
    boolean isBy(String secret, byte[] body) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(signature), sign(secret, body));
    }

    private byte[] sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
