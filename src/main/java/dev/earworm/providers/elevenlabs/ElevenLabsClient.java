package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.SongRequest;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.AudioDownload;
import dev.earworm.providers.BaseUrl;
import dev.earworm.providers.Exchange.Answered;
import dev.earworm.providers.Exchange.NotSent;
import dev.earworm.providers.Exchange.ReplyLost;
import dev.earworm.providers.JsonBody;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import dev.earworm.providers.VendorHttp;
import dev.earworm.providers.VendorTimeouts;
import java.io.IOException;
import java.nio.file.Path;
import okhttp3.Request;
import okhttp3.Response;

/** HTTP to ElevenLabs (https://elevenlabs.io/docs/api-reference/music/compose). */
final class ElevenLabsClient {
    private final ElevenLabsConfig config;
    private final BaseUrl baseUrl;
    private final VendorHttp http;
    private final ElevenLabsErrors errors;

    ElevenLabsClient(ElevenLabsConfig config, VendorTimeouts timeouts) {
        Redactor redactor = new Redactor(config.apiKey());
        this.config = config;
        this.baseUrl = BaseUrl.of(config.baseUrl());
        this.http = new VendorHttp(timeouts, redactor);
        this.errors = new ElevenLabsErrors(redactor);
    }

    Composition compose(SongRequest song, Path target) {
        return switch (http.submit(request(song), response -> read(response, target))) {
            case Answered<Composition>(Composition composition) -> composition;
            case NotSent<Composition>(String detail) -> new NotComposed(new Unavailable(detail));
            case ReplyLost<Composition>(String detail) -> new NotComposed(new OutcomeUnknown(detail));
        };
    }

    private Request request(SongRequest song) {
        return new Request.Builder()
                .url(baseUrl.resolve("v1/music"))
                .header("xi-api-key", config.apiKey())
                .header("Accept", "audio/*, application/json")
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "Earworm")
                .post(new JsonBody(body(song)))
                .build();
    }

    /** Without a model the vendor would take its deprecated one, without a length it would choose one. */
    private static ObjectNode body(SongRequest song) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt", ElevenLabsPrompt.of(song))
                .put("music_length_ms", song.length().toMillis())
                .put("model_id", song.model().model())
                .put("force_instrumental", song.instrumental());
    }

    private Composition read(Response response, Path target) throws IOException {
        if (!response.isSuccessful()) {
            return new NotComposed(errors.failure(VendorAnswer.read(response)));
        }
        return switch (AudioDownload.save(response.body(), target, AudioDownload.MAX_BYTES)) {
            case AudioDownload.Result.Saved _ -> new Composed(TrackDetails.NONE);
            // The reply did come, whole, and the same request would most likely bring the same again, for money.
            case AudioDownload.Result.Unfit(String detail) -> new NotComposed(new Internal(detail));
        };
    }
}
