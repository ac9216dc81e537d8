package dev.earworm.providers.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import dev.earworm.providers.VendorHttp;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Gives music-01 the sound to start from, which it takes apart into a voice and instruments and names both. No song has
 * been asked for by then: whatever becomes of it, it may be tried again.
 */
final class Music01References {
    private static final String UPLOAD = "v2/generate/audio/minimax/upload";

    /** A reference with singing and instruments; the other purposes are for one of them alone. */
    private static final String PURPOSE = "song";

    private final AimlapiRequests requests;
    private final VendorHttp http;
    private final Music01Errors errors;

    Music01References(AimlapiRequests requests, VendorHttp http, Redactor redactor) {
        this.requests = requests;
        this.http = http;
        this.errors = new Music01Errors(redactor);
    }

    /** What the vendor calls it. */
    sealed interface Naming {
        /** At least one of the two is there. */
        record Named(Optional<String> voice, Optional<String> instruments) implements Naming {}

        record NotNamed(ProviderFailure failure) implements Naming {}
    }

    Naming upload(ReferenceAudio reference) {
        Request request = requests.to(UPLOAD).post(form(reference)).build();
        return http.submit(request, VendorAnswer::read)
                .whereRepeatIsFree(answer -> naming(answer), Naming.NotNamed::new);
    }

    private static RequestBody form(ReferenceAudio reference) {
        String name = "reference." + reference.format().extension();
        MediaType type = MediaType.get(reference.format() == AudioFormat.MP3 ? "audio/mpeg" : "audio/wav");
        return new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("purpose", PURPOSE)
                .addFormDataPart(
                        "file", name, RequestBody.create(reference.file().toFile(), type))
                .build();
    }

    private Naming naming(VendorAnswer answer) {
        Optional<ProviderFailure> failure = errors.of(answer).map(Music01References::withoutSong);
        Optional<String> voice = name(answer.json().path("voice_id"));
        Optional<String> instruments = name(answer.json().path("instrumental_id"));
        if (failure.isPresent()) {
            return new Naming.NotNamed(failure.get());
        }
        return voice.isPresent() || instruments.isPresent()
                ? new Naming.Named(voice, instruments)
                : new Naming.NotNamed(new Unavailable("the reference was taken, but not named"));
    }

    /** There is no song whose outcome could be unknown. */
    private static ProviderFailure withoutSong(ProviderFailure failure) {
        return failure instanceof OutcomeUnknown(String detail) ? new Unavailable(detail) : failure;
    }

    private static Optional<String> name(JsonNode id) {
        return Optional.of(id.asText("")).filter(text -> !text.isBlank());
    }
}
