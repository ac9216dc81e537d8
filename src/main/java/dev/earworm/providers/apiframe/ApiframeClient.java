package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.providers.BaseUrl;
import dev.earworm.providers.Exchange;
import dev.earworm.providers.Exchange.NotSent;
import dev.earworm.providers.JsonBody;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import dev.earworm.providers.VendorHttp;
import dev.earworm.providers.VendorTimeouts;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** HTTP to Apiframe v2 (https://apiframe.ai/docs). */
final class ApiframeClient {
    /** The most that one page may hold. */
    private static final String PAGE_SIZE = "100";

    private final ApiframeConfig config;
    private final BaseUrl baseUrl;
    private final VendorHttp http;

    ApiframeClient(ApiframeConfig config, VendorTimeouts timeouts, Redactor redactor) {
        this.config = config;
        this.baseUrl = BaseUrl.of(config.baseUrl());
        this.http = new VendorHttp(timeouts, redactor);
    }

    /** @param key the vendor brings back the job that it had before, if it knows the key from the last 24 hours */
    Exchange<VendorAnswer> submit(JobId key, JsonNode body) {
        Request request = request(baseUrl.resolve("v2/music/generate"))
                .header("Idempotency-Key", key.value())
                .post(new JsonBody(body))
                .build();
        return http.submit(request, VendorAnswer::read);
    }

    Exchange<VendorAnswer> job(ProviderJobId id) {
        HttpUrl jobs = baseUrl.resolve("v2/jobs");
        HttpUrl job = jobs.newBuilder().addPathSegment(id.value()).build();
        // Dots alone are a step to another place, and no encoding hides that.
        return job.pathSize() > jobs.pathSize() ? ask(job) : new NotSent<>("not an id of this vendor: " + id);
    }

    /** The account's jobs of one model, newest first. */
    Exchange<VendorAnswer> jobs(String model, Optional<String> cursor) {
        HttpUrl.Builder url = baseUrl.resolve("v2/jobs")
                .newBuilder()
                .addQueryParameter("model", model)
                .addQueryParameter("limit", PAGE_SIZE);
        cursor.ifPresent(place -> url.addQueryParameter("cursor", place));
        return ask(url.build());
    }

    Exchange<VendorAnswer> account() {
        return ask(baseUrl.resolve("v2/me"));
    }

    private Exchange<VendorAnswer> ask(HttpUrl url) {
        return http.ask(request(url).build(), VendorAnswer::read);
    }

    private Request.Builder request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("X-API-Key", config.apiKey())
                .header("Accept", "application/json")
                .header("User-Agent", "Earworm");
    }
}
