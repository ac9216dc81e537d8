package dev.earworm.providers.elevenlabs;

import dev.earworm.music.ProviderFailure;
import dev.earworm.providers.BaseUrl;
import dev.earworm.providers.Exchange;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import dev.earworm.providers.VendorHttp;
import dev.earworm.providers.VendorTimeouts;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** HTTP to ElevenLabs, with its key (https://elevenlabs.io/docs/api-reference/authentication). */
final class ElevenLabsClient {
    private final ElevenLabsConfig config;
    private final BaseUrl baseUrl;
    private final VendorHttp works;
    private final VendorHttp questions;
    private final ElevenLabsErrors errors;

    /**
     * Speaks with the vendor in two tempers.
     *
     * @param works how long a song, or whatever else costs money, is waited for
     * @param questions how long everything else is
     */
    ElevenLabsClient(ElevenLabsConfig config, VendorTimeouts works, VendorTimeouts questions) {
        Redactor redactor = new Redactor(config.apiKey());
        this.config = config;
        this.baseUrl = BaseUrl.of(config.baseUrl());
        this.works = new VendorHttp(works, redactor);
        this.questions = new VendorHttp(questions, redactor);
        this.errors = new ElevenLabsErrors(redactor);
    }

    HttpUrl address(String path) {
        return baseUrl.resolve(path);
    }

    /**
     * Sends what may cost money, once.
     *
     * @param failed makes an answer of the failure when none came: the outcome is unknown if the request may have left
     */
    <T> T submit(HttpUrl url, RequestBody body, Exchange.Reader<T> reader, Function<ProviderFailure, T> failed) {
        return works.submit(request(url).post(body).build(), reader).whereRepeatCosts(answer -> answer, failed);
    }

    /**
     * Sends what is free.
     *
     * @param answered makes something of whatever the vendor says, a refusal included
     * @param failed makes the same of the failure when it says nothing; no outcome is unknown
     */
    <T> T ask(Request request, Function<VendorAnswer, T> answered, Function<ProviderFailure, T> failed) {
        return questions.ask(request, VendorAnswer::read).whereRepeatIsFree(answered, failed);
    }

    /** "identity": a compressed answer would hide how long the song is. */
    Request.Builder request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("xi-api-key", config.apiKey())
                .header("Accept", "*/*")
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "Earworm");
    }

    ElevenLabsErrors errors() {
        return errors;
    }
}
