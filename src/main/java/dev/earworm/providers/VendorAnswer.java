package dev.earworm.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * A vendor's short answer in text, usually JSON.
 *
 * @param retryAfter how long the vendor asks us to wait, where it does
 * @param body at most {@link #MAX_BYTES}; what is longer is cut
 */
public record VendorAnswer(int status, Optional<Duration> retryAfter, String body) {
    /** More than any vendor's JSON, and little enough to hold. */
    public static final int MAX_BYTES = 1 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Takes in the status and a bounded part of the text.
     *
     * @throws IOException when an answer that says success breaks off; a failure's status counts without its text
     */
    public static VendorAnswer read(Response response) throws IOException {
        return new VendorAnswer(response.code(), RetryAfter.of(response), text(response));
    }

    private static String text(Response response) throws IOException {
        try {
            BufferedSource source = response.body().source();
            source.request(MAX_BYTES);
            return source.readUtf8(Math.min(MAX_BYTES, source.getBuffer().size()));
        } catch (IOException e) {
            if (response.isSuccessful()) {
                throw e;
            }
            return "";
        }
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; a missing node (never null) when it is something else, such as a gateway's page. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
