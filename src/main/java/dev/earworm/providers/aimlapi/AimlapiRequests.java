package dev.earworm.providers.aimlapi;

import dev.earworm.providers.BaseUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Begins every request to the vendor: where it goes, and with which key. */
final class AimlapiRequests {
    private final AimlapiConfig config;
    private final BaseUrl baseUrl;

    AimlapiRequests(AimlapiConfig config) {
        this.config = config;
        this.baseUrl = BaseUrl.of(config.baseUrl());
    }

    /** @param path without a slash in front */
    Request.Builder to(String path) {
        return to(path, Map.of());
    }

    /** @param query of whatever characters, since ids look like {@code uuid:elevenlabs/eleven_music} */
    Request.Builder to(String path, Map<String, String> query) {
        HttpUrl.Builder url = baseUrl.resolve(path).newBuilder();
        query.forEach((name, value) -> url.addEncodedQueryParameter(name, encoded(value)));
        return new Request.Builder()
                .url(url.build())
                .header("Authorization", "Bearer " + config.apiKey())
                .header("Accept", "application/json")
                .header("User-Agent", "Earworm");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
