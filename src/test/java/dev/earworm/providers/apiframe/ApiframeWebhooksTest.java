package dev.earworm.providers.apiframe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.ProviderJobId;
import dev.earworm.music.WebhookReceiver.Call;
import dev.earworm.music.WebhookReceiver.Reading;
import dev.earworm.music.WebhookReceiver.Reading.Forged;
import dev.earworm.music.WebhookReceiver.Reading.News;
import dev.earworm.music.WebhookReceiver.Reading.Nothing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures were made with OpenSSL and Python, none with the code that is tested. */
class ApiframeWebhooksTest {
    private static final String BODY = "{\"jobId\":\"abc\",\"status\":\"COMPLETED\"}";

    /** Under the 32 bytes, as the vendor's SDK has it. */
    private static final String BY_BYTES = "58e6d7af820911d918b1b43ade255ec260002ca8b24ba46dd057a99d192c89f4";

    /** Under the 64 characters, as people read the vendor's pages. */
    private static final String BY_CHARACTERS = "2cb660473e59908c969f761f7444eda6c9067d13d2d83a0057fb8fb5197c60af";

    private final ApiframeWebhooks webhooks = new ApiframeWebhooks(new ApiframeConfig(
            "afk_0000000000000000000000000000000000000000",
            ApiframeConfig.DEFAULT_BASE_URL,
            Optional.of(URI.create("https://bot.example/webhooks/apiframe"))));

    @ParameterizedTest
    @ValueSource(strings = {BY_BYTES, BY_CHARACTERS})
    void eitherFormOfTheSecretIsTheVendors(String signature) {
        assertThat(read("sha256=" + signature, BODY)).isEqualTo(new News(new ProviderJobId("abc")));
        assertThat(read(signature, BODY)).isEqualTo(new News(new ProviderJobId("abc")));
        assertThat(read(" SHA256=" + signature.toUpperCase(Locale.ROOT) + " ", BODY))
                .isEqualTo(new News(new ProviderJobId("abc")));
    }

    @Test
    void aCallThatIsPlayedAgainSaysTheSameAgain() {
        assertThat(read(BY_BYTES, BODY)).isEqualTo(read(BY_BYTES, BODY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Under the key itself, under the hash in capitals, under another key, under no key at all.
                "265252e23b3969daff8c04b35deea9e68d66c846d7ec08d37556ee5ad7694fab",
                "86bfe9185fc485c1544470dbca925d564d0000f54510ef96473e24ad88296eb0",
                "49086c0393d4b49de16a41a3ded9e41add43b1a7ba1c878f7222ea2d9878d64a",
                "b964167b9a287abe7cf904cb365138577355c08f3fc358227535167cd759cbc0",
                // The right one but for its last digit.
                "58e6d7af820911d918b1b43ade255ec260002ca8b24ba46dd057a99d192c89f5",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void everyOtherSecretIsAForgers(String signature) {
        assertThat(read("sha256=" + signature, BODY)).isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "not-hex",
                "sha256=not-hex",
                "sha1=" + BY_BYTES,
                "sha256=sha256=" + BY_BYTES,
                "58e6d7af",
                BY_BYTES + "00",
                BY_BYTES + "," + BY_BYTES,
                "zze6d7af820911d918b1b43ade255ec260002ca8b24ba46dd057a99d192c89f4"
            })
    void aSignatureOfAnotherShapeIsAForgers(String signature) {
        assertThat(read(signature, BODY)).isInstanceOf(Forged.class);
    }

    @Test
    void anUnsignedCallIsAForgers() {
        assertThat(webhooks.read(new Call(Map.of(), BODY.getBytes(StandardCharsets.UTF_8)), Instant.EPOCH))
                .isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {BODY + " ", "{\"jobId\":\"abd\",\"status\":\"COMPLETED\"}", ""})
    void aBodyThatWasChangedIsAForgers(String body) {
        assertThat(read(BY_BYTES, body)).isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45efd92cf47d6d05b3d9a4fee9fd417a93c2f3227888a6590ad1f6facdbffb15 | "
                        + "{\"event\":\"completed\",\"jobId\":\"c3d4e5f6-a7b8-4012-8def-345678901234\","
                        + "\"status\":\"COMPLETED\",\"progress\":100,\"result\":{\"tracks\":[]},\"model\":\"suno\","
                        + "\"creditCost\":11,\"completedAt\":\"2026-03-15T10:00:32.000Z\"}",
                "de703d672fe2e072e62fde5f61baf9ebd7f47ee971e51cccc708c0b89ca47fe3 | "
                        + "{\"event\":\"failed\",\"jobId\":\"c3d4e5f6-a7b8-4012-8def-345678901234\","
                        + "\"status\":\"FAILED\",\"error\":\"no\",\"model\":\"suno\"}",
                "ed5ebb8c73822c4a1a09c3d09a2c26ddf153e1b87b0bf6fec3d672effea4c97e | "
                        + "{\"type\":\"progress\",\"jobId\":\"c3d4e5f6-a7b8-4012-8def-345678901234\","
                        + "\"status\":\"PROCESSING\",\"progress\":45,\"model\":\"suno\"}"
            })
    void everyEventIsNewsOfItsSong(String signature, String body) {
        assertThat(otherKey(signature, body))
                .isEqualTo(new News(new ProviderJobId("c3d4e5f6-a7b8-4012-8def-345678901234")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "089470ea3f3a4ffefb1e773dd5e59c854586e50d290c0c7f6056beb1e8fea308 | {\"event\":\"ping\"}",
                "b7549bcf4c5b86f570e863c2b4c4dae823abe619c8b497b7efdccca98ab6e7e0 | hello",
                "b526c137cdf5739f0607c8d390ac1331c68d73d74eb29d7d2802b87ffff4ae59 | []",
                "1798ad99c076628af3207ff885ea35d78646a80c68059def97c7943ef0be26db | ''",
                "13f0c869fa27783283517e0f0d0be69b2d367d5242c66463166ff3ee966343d4 | "
                        + "{\"event\":\"completed\",\"jobId\":null}",
                "8194026e90c5398226ea5dec1d0c6b8da1d31956efb69d341902d8fe6fb44af6 | "
                        + "{\"event\":\"completed\",\"jobId\":\" \"}",
                "01a4d8358c5269daed754ce3c55dfd6fa0271a113ba83b4cc586b52e10c15a9c | "
                        + "{\"event\":\"completed\",\"jobId\":7}"
            })
    void aSignedCallAboutNoSongIsNoNews(String signature, String body) {
        assertThat(otherKey(signature, body)).isEqualTo(new Nothing());
    }

    private Reading read(String signature, String body) {
        return webhooks.read(call(signature, body), Instant.EPOCH);
    }

    private static Reading otherKey(String signature, String body) {
        return new ApiframeWebhooks(ApiframeConfig.of("sk-hunter2-secret")).read(call(signature, body), Instant.EPOCH);
    }

    private static Call call(String signature, String body) {
        return new Call(
                Map.of("x-webhook-signature", signature, "X-Webhook-Event", "completed"),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
