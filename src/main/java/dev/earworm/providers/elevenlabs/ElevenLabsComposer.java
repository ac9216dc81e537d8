package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.SongRequest;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.JsonBody;
import dev.earworm.providers.VendorAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Response;

/**
 * Has songs made (https://elevenlabs.io/docs/api-reference/music/compose-detailed).
 *
 * <p>The call with details is asked first. Where the vendor, or a gateway in front of it, does not have it and says so
 * before any work, the plain call is asked instead, and the song comes without details. See decision 11.
 */
final class ElevenLabsComposer {
    private static final String DETAILED = "v1/music/detailed";
    private static final String PLAIN = "v1/music";

    private final ElevenLabsClient client;
    private final SongKeeping keeping;

    ElevenLabsComposer(ElevenLabsClient client, SongKeeping keeping) {
        this.client = client;
        this.keeping = keeping;
    }

    Composition compose(Commission commission, Path target) {
        ElevenLabsSong song = new ElevenLabsSong(commission.request(), keeping);
        return switch (ask(DETAILED, song.detailed(), commission, target)) {
            case Ended(Composition composition) -> composition;
            case NoSuchCall _ -> composePlainly(song, commission, target);
        };
    }

    private Composition composePlainly(ElevenLabsSong song, Commission commission, Path target) {
        return switch (ask(PLAIN, song.plain(), commission, target)) {
            case Ended(Composition composition) -> composition;
            case NoSuchCall(ProviderFailure failure) -> new NotComposed(failure);
        };
    }

    private Attempt ask(String path, ObjectNode song, Commission commission, Path target) {
        return client.submit(
                address(path, commission),
                new JsonBody(song),
                response -> read(response, target),
                failure -> new Ended(new NotComposed(failure)));
    }

    private HttpUrl address(String path, Commission commission) {
        SongRequest request = commission.request();
        Duration length = request.plan().map(CompositionPlan::length).orElse(request.length());
        String format =
                OutputFormatPolicy.of(PlanShape.of(request.model()), request.format(), length, commission.sizeLimit());
        return client.address(path)
                .newBuilder()
                .addQueryParameter("output_format", format)
                .build();
    }

    private Attempt read(Response response, Path target) throws IOException {
        if (!response.isSuccessful()) {
            return refusal(VendorAnswer.read(response));
        }
        return new Ended(
                switch (SongAnswer.read(response.body(), target)) {
                    case Composed(TrackDetails details) -> new Composed(withSongId(details, response));
                    case NotComposed notComposed -> notComposed;
                });
    }

    private Attempt refusal(VendorAnswer answer) {
        ProviderFailure failure = client.errors().failure(answer);
        return client.errors().isNoSuchCall(answer) ? new NoSuchCall(failure) : new Ended(new NotComposed(failure));
    }

    /** The vendor names every song, but finds only those again that it was told to keep. */
    private TrackDetails withSongId(TrackDetails details, Response response) {
        Optional<String> songId = switch (keeping) {
            case KEPT -> Optional.ofNullable(response.header("song-id")).filter(id -> !id.isBlank());
            case NOT_KEPT -> Optional.empty();
        };
        return details.withSongId(songId);
    }

    /** What one call led to. */
    private sealed interface Attempt {}

    private record Ended(Composition composition) implements Attempt {}

    /** Nothing was made, and another call may. */
    private record NoSuchCall(ProviderFailure failure) implements Attempt {}
}
