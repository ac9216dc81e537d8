package dev.earworm.providers.aigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.JobId;
import dev.earworm.providers.BaseUrl;
import dev.earworm.providers.Exchange;
import dev.earworm.providers.JsonBody;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import dev.earworm.providers.VendorHttp;
import dev.earworm.providers.VendorTimeouts;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** HTTP to AIgateway's API (https://aigateway.sh/docs/openapi), each call with the key. */
final class AigatewayClient {
    private final String apiKey;
    private final HttpUrl base;
    private final VendorHttp http;

    AigatewayClient(AigatewayConfig config, VendorTimeouts timeouts, Redactor redactor) {
        this.apiKey = config.apiKey();
        this.base = BaseUrl.of(config.baseUrl()).url();
        this.http = new VendorHttp(timeouts, redactor);
    }

    HttpUrl base() {
        return base;
    }

    /**
     * Hands in a song. The tag shows it in the vendor's list of costs; the idempotency key is sent because the vendor
     * claims to know such a thing without naming the header, so nothing relies on it.
     */
    Exchange<VendorAnswer> submit(JobId id, ObjectNode song) {
        Request request = request(url("v1", "audio", "music"))
                .header("x-aig-tag", id.value())
                .header("Idempotency-Key", id.value())
                .post(new JsonBody(song))
                .build();
        return http.submit(request, VendorAnswer::read);
    }

    /** @param path its segments, in whatever characters */
    Exchange<VendorAnswer> get(String... path) {
        return get(url(path));
    }

    Exchange<VendorAnswer> get(HttpUrl url) {
        return http.ask(request(url).build(), VendorAnswer::read);
    }

    Exchange<VendorAnswer> delete(String... path) {
        return http.ask(request(url(path)).delete().build(), VendorAnswer::read);
    }

    /** For what costs nothing. */
    Exchange<VendorAnswer> post(ObjectNode body, String... path) {
        return http.ask(request(url(path)).post(new JsonBody(body)).build(), VendorAnswer::read);
    }

    HttpUrl url(String... path) {
        HttpUrl.Builder url = base.newBuilder();
        if (base.pathSegments().getLast().isEmpty()) {
            url.removePathSegment(base.pathSize() - 1);
        }
        for (String segment : path) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    private Request.Builder request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("Authorization", authorization())
                .header("Accept", "application/json")
                .header("User-Agent", "Earworm");
    }

    /** The header's value, for {@link AigatewayHosts own hosts} alone. */
    String authorization() {
        return "Bearer " + apiKey;
    }
}
