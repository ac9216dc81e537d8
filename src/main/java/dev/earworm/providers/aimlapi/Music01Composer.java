package dev.earworm.providers.aimlapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Commission;
import dev.earworm.music.Composer;
import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.Rendering;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.AudioDownload.Result;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.JsonBody;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import dev.earworm.providers.VendorHttp;
import dev.earworm.providers.VendorTimeouts;
import dev.earworm.providers.aimlapi.Music01References.Naming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Songs of music-01, which has a protocol of its own
 * (https://docs.aimlapi.com/api-references/music-models/minimax/music-01): the reference is uploaded and named, then a
 * single request is silent for a minute and answers with the audio. The vendor keeps none of it, so an answer that
 * breaks off is a song lost and perhaps paid.
 */
final class Music01Composer implements Composer {
    private static final String GENERATE = "v2/generate/audio/minimax/generate";

    /** The state of a song that is still in the works. */
    private static final int RUNNING = 1;

    private static final int MORE_FETCHES = 2;

    private final AudioFetcher fetcher;
    private final AimlapiRequests requests;
    private final Music01References references;
    private final VendorHttp http;
    private final Music01Errors errors;

    Music01Composer(AimlapiConfig config, AudioFetcher fetcher, VendorTimeouts uploads, VendorTimeouts songs) {
        Redactor redactor = new Redactor(config.apiKey());
        this.fetcher = fetcher;
        this.requests = new AimlapiRequests(config);
        this.references = new Music01References(requests, new VendorHttp(uploads, redactor), redactor);
        this.http = new VendorHttp(songs, redactor);
        this.errors = new Music01Errors(redactor);
    }

    @Override
    public Composition compose(Commission commission, Path target) {
        ReferenceAudio reference = commission
                .reference()
                .orElseThrow(() -> new IllegalArgumentException("music-01 makes nothing without a reference"));
        return switch (references.upload(reference)) {
            case Naming.Named named -> generate(commission, named, target);
            case Naming.NotNamed(ProviderFailure failure) -> new NotComposed(failure);
        };
    }

    private Composition generate(Commission commission, Naming.Named reference, Path target) {
        Request request = requests.to(GENERATE)
                .header(AimlapiClient.CORRELATION, commission.id().value())
                .post(new JsonBody(body(commission, reference)))
                .build();
        return http.submit(request, response -> read(response, target))
                .whereRepeatCosts(composition -> composition, NotComposed::new);
    }

    private static ObjectNode body(Commission commission, Naming.Named reference) {
        ObjectNode body = AimlapiModels.body(commission);
        reference.voice().ifPresent(voice -> body.put("refer_voice", voice));
        reference.instruments().ifPresent(instruments -> body.put("refer_instrumental", instruments));
        return body;
    }

    private Composition read(Response response, Path target) throws IOException {
        Music01Answer answer = Music01Answer.read(response, target);
        TrackDetails details = TrackDetails.NONE.withCost(
                AimlapiReply.of(response, answer.text()).cost());
        if (answer.audio().isEmpty()) {
            return withoutAudio(answer.text(), details, target);
        }
        return switch (answer.audio().get()) {
            case Result.Saved _ ->
                failure(answer.text(), errors.said(answer.text()))
                        .<Composition>map(NotComposed::new)
                        .orElseGet(() -> new Composed(details));
            // The reply did come, whole, and the same request would most likely bring the same again, for money.
            case Result.Unfit(String detail) -> new NotComposed(new Internal(detail));
        };
    }

    /** The vendor's documents allow an address in the place of the audio. */
    private Composition withoutAudio(VendorAnswer answer, TrackDetails details, Path target) {
        Optional<ProviderFailure> failure = failure(answer, errors.of(answer));
        if (failure.isPresent()) {
            return new NotComposed(failure.get());
        }
        return Optional.ofNullable(
                        HttpUrl.parse(answer.json().path("data").path("audio").asText("")))
                .map(url -> fetch(url, details, target))
                .orElseGet(
                        () -> new NotComposed(new OutcomeUnknown("the vendor speaks of success and sends no audio")));
    }

    /** A song that is said to be in the works was taken, and cannot be asked for: made again, it would be paid twice. */
    private static Optional<ProviderFailure> failure(VendorAnswer answer, Optional<ProviderFailure> said) {
        return said.or(() -> answer.json().path("data").path("status").asInt() == RUNNING
                ? Optional.of(new Internal("the song is still in the works, and cannot be asked for"))
                : Optional.empty());
    }

    /** Nothing but this thread knows the address, so it does not give up at once; and the song is paid by now. */
    private Composition fetch(HttpUrl url, TrackDetails details, Path target) {
        Rendering.Ready ready = new Rendering.Ready(url.uri(), details);
        Composition composition = fetcher.download(ready, target);
        for (int again = 0; again < MORE_FETCHES && composition instanceof NotComposed; again++) {
            composition = fetcher.download(ready, target);
        }
        return composition instanceof NotComposed(ProviderFailure failure)
                ? new NotComposed(new Internal(failure.detail()))
                : composition;
    }
}
