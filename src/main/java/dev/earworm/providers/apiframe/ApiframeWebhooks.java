package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.WebhookReceiver;
import dev.earworm.music.WebhookReceiver.Reading.Forged;
import dev.earworm.music.WebhookReceiver.Reading.News;
import dev.earworm.music.WebhookReceiver.Reading.Nothing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads Apiframe's calls: JSON, signed with HMAC-SHA256 under the SHA-256 of the API key.
 *
 * <p>The vendor's SDK takes the 32 bytes of that hash as the secret
 * (https://github.com/apiframe-ai/apiframe-nodejs-sdk/blob/main/src/webhooks.ts); people who follow its pages take the 64
 * characters that write it down (https://docs-v2.apiframe.ai/docs/webhooks). Nobody without the API key can make either,
 * so either counts. A call carries no time and may be played again, which does no harm: it only makes us ask.
 */
final class ApiframeWebhooks implements WebhookReceiver {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SIGNATURE = Pattern.compile("(?:sha256=)?([0-9a-f]{64})", Pattern.CASE_INSENSITIVE);
    private static final JsonMapper JSON = new JsonMapper();

    private final SecretKeySpec bytes;
    private final SecretKeySpec characters;

    ApiframeWebhooks(ApiframeConfig config) {
        byte[] hash = sha256(config.apiKey().getBytes(StandardCharsets.UTF_8));
        this.bytes = new SecretKeySpec(hash, ALGORITHM);
        this.characters =
                new SecretKeySpec(HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII), ALGORITHM);
    }

    @Override
    public Reading read(Call call, Instant now) {
        Matcher signature =
                SIGNATURE.matcher(call.header("X-Webhook-Signature").orElse("").strip());
        if (!signature.matches()) {
            return new Forged("no signature of the right shape");
        }
        byte[] body = call.body();
        if (!isSigned(body, HexFormat.of().parseHex(signature.group(1)))) {
            return new Forged("the signature is not the vendor's");
        }
        return news(body);
    }

    /** Both are always computed and compared to the end: how long it takes tells nothing. */
    private boolean isSigned(byte[] body, byte[] signature) {
        return MessageDigest.isEqual(sign(body, bytes), signature)
                | MessageDigest.isEqual(sign(body, characters), signature);
    }

    private static Reading news(byte[] body) {
        try {
            JsonNode id = JSON.readTree(body).path("jobId");
            return id.isTextual() && !id.textValue().isBlank()
                    ? new News(new ProviderJobId(id.textValue()))
                    : new Nothing();
        } catch (IOException e) {
            return new Nothing();
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] sign(byte[] body, SecretKeySpec secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
