package dev.earworm.providers.acestep;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.providers.AudioDownload;
import dev.earworm.providers.BaseUrl;
import dev.earworm.providers.Exchange;
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
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** HTTP to an ACE-Step server (https://github.com/ace-step/ACE-Step-1.5/blob/main/docs/en/API.md). */
final class AcestepClient {
    private static final int NOT_FOUND = 404;

    private final AcestepConfig config;
    private final BaseUrl baseUrl;
    private final VendorHttp http;
    private final VendorHttp downloads;
    private final AcestepErrors errors;
    private final AcestepFiles files;
    private final AcestepAnswers answers;

    AcestepClient(AcestepConfig config, VendorTimeouts timeouts, VendorTimeouts patience) {
        Redactor redactor = new Redactor(config.apiKey().stream().toArray(String[]::new));
        this.config = config;
        this.baseUrl = BaseUrl.of(config.baseUrl());
        this.http = new VendorHttp(timeouts, redactor);
        this.downloads = new VendorHttp(patience, redactor);
        this.errors = new AcestepErrors(redactor);
        this.files = new AcestepFiles(baseUrl);
        this.answers = new AcestepAnswers(errors, files);
    }

    Submission submit(Commission commission) {
        Request request = request(baseUrl.resolve("release_task"))
                .post(AcestepTask.body(commission))
                .build();
        return http.submit(request, AcestepClient::reply).whereRepeatCosts(answers::submission, Rejected::new);
    }

    /** A song that seems to be lost is only given up if the server has no work left and still does not have it. */
    Rendering poll(ProviderJobId id) {
        return query(id)
                .whereRepeatIsFree(
                        reply -> answers.seemsLost(reply, id) && isIdle()
                                ? secondLook(id)
                                : answers.rendering(reply, id),
                        Failed::new);
    }

    private Rendering secondLook(ProviderJobId id) {
        return query(id)
                .whereRepeatIsFree(
                        reply -> answers.seemsLost(reply, id) ? lost() : answers.rendering(reply, id), Failed::new);
    }

    /** Whether a URL is the server's own, to be asked here and with the key. */
    boolean has(Ready ready) {
        return files.isHome(ready.audio());
    }

    /** @param ready one that this client {@linkplain #has has} */
    Composition download(Ready ready, Path target) {
        // "identity": a compressed answer would hide how long the audio is.
        Request request = request(HttpUrl.get(ready.audio().toString()))
                .header("Accept", "audio/*, application/json")
                .header("Accept-Encoding", "identity")
                .build();
        return downloads
                .ask(request, response -> save(response, ready, target))
                .whereRepeatIsFree(composition -> composition, NotComposed::new);
    }

    /** The statistics need the key, unlike {@code /health}, and older servers may have none. */
    AccountStatus account() {
        return switch (get("v1/stats")) {
            case Answered<AcestepReply>(AcestepReply reply) when reply.status() == NOT_FOUND -> account(get("health"));
            case Exchange<AcestepReply> exchange -> account(exchange);
        };
    }

    private AccountStatus account(Exchange<AcestepReply> exchange) {
        return exchange.whereRepeatIsFree(
                reply -> reply.successful() ? new Usable(Optional.empty()) : new Unusable(errors.ofSubmit(reply)),
                Unusable::new);
    }

    private Exchange<AcestepReply> query(ProviderJobId id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("task_id_list").add(id.value());
        return http.ask(
                request(baseUrl.resolve("query_result"))
                        .post(new JsonBody(body))
                        .build(),
                AcestepClient::reply);
    }

    private static Rendering lost() {
        return new Failed(new Internal("the server does not know the song any more; was it started anew?"));
    }

    private boolean isIdle() {
        return switch (get("v1/stats")) {
            case Answered<AcestepReply>(AcestepReply reply) -> answers.isIdle(reply);
            case NotSent<AcestepReply> _, ReplyLost<AcestepReply> _ -> false;
        };
    }

    private Composition save(Response response, Ready ready, Path target) throws IOException {
        if (!response.isSuccessful()) {
            return new NotComposed(errors.ofDownload(reply(response)));
        }
        return switch (AudioDownload.save(response.body(), target, AudioDownload.MAX_BYTES)) {
            case AudioDownload.Result.Saved _ -> new Composed(ready.details());
            case AudioDownload.Result.Unfit(String detail) -> new NotComposed(new Internal(detail));
        };
    }

    private Exchange<AcestepReply> get(String path) {
        return http.ask(request(baseUrl.resolve(path)).build(), AcestepClient::reply);
    }

    private Request.Builder request(HttpUrl url) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("User-Agent", "Earworm");
        config.apiKey().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    private static AcestepReply reply(Response response) throws IOException {
        return AcestepReply.of(VendorAnswer.read(response));
    }
}
