package dev.earworm.providers.aimlapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.providers.BaseUrl;
import dev.earworm.providers.Exchange.Answered;
import dev.earworm.providers.Exchange.NotSent;
import dev.earworm.providers.Exchange.ReplyLost;
import dev.earworm.providers.JsonBody;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import dev.earworm.providers.VendorHttp;
import dev.earworm.providers.VendorTimeouts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** HTTP to AI/ML API (https://docs.aimlapi.com/api-references/music-models/elevenlabs/eleven_music). */
final class AimlapiClient {
    private static final String PATH = "v2/generate/audio";

    private final AimlapiConfig config;
    private final BaseUrl baseUrl;
    private final VendorHttp http;
    private final AimlapiAnswers answers;

    AimlapiClient(AimlapiConfig config, VendorTimeouts timeouts) {
        Redactor redactor = new Redactor(config.apiKey());
        this.config = config;
        this.baseUrl = BaseUrl.of(config.baseUrl());
        this.http = new VendorHttp(timeouts, redactor);
        this.answers = new AimlapiAnswers(redactor);
    }

    Submission submit(JobId id, SongRequest song) {
        Request request = request(baseUrl.resolve(PATH))
                // Only finds the song again in the vendor's log; the vendor does not de-duplicate by it.
                .header("X-Client-Request-Id", id.value())
                .post(new JsonBody(body(song)))
                .build();
        return switch (http.submit(request, VendorAnswer::read)) {
            case Answered<VendorAnswer>(VendorAnswer answer) -> answers.submission(answer);
            case NotSent<VendorAnswer>(String detail) -> new Rejected(new Unavailable(detail));
            case ReplyLost<VendorAnswer>(String detail) -> new Rejected(new OutcomeUnknown(detail));
        };
    }

    Rendering poll(ProviderJobId id) {
        Request request = request(pollUrl(id)).build();
        return switch (http.ask(request, VendorAnswer::read)) {
            case Answered<VendorAnswer>(VendorAnswer answer) -> answers.rendering(answer);
            case NotSent<VendorAnswer>(String detail) -> new Rendering.Failed(new Unavailable(detail));
            case ReplyLost<VendorAnswer>(String detail) -> new Rendering.Failed(new Unavailable(detail));
        };
    }

    private Request.Builder request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + config.apiKey())
                .header("Accept", "application/json")
                .header("User-Agent", "Earworm");
    }

    /** Ids look like {@code uuid:elevenlabs/eleven_music}. */
    private HttpUrl pollUrl(ProviderJobId id) {
        String encoded = URLEncoder.encode(id.value(), StandardCharsets.UTF_8).replace("+", "%20");
        return baseUrl.resolve(PATH)
                .newBuilder()
                .addEncodedQueryParameter("generation_id", encoded)
                .build();
    }

    /** The length always: left out, every song would silently be ten seconds long. */
    private static ObjectNode body(SongRequest song) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("model", song.model().model())
                .put("prompt", AimlapiPrompt.of(song))
                .put("music_length_ms", song.length().toMillis());
    }
}
