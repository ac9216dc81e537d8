package dev.earworm.providers.aigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Commission;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.PlanPrompt;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Stopping;
import dev.earworm.music.Stopping.NotStopped;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.providers.Exchange;
import dev.earworm.providers.Exchange.Answered;
import dev.earworm.providers.VendorAnswer;
import java.net.URI;
import java.util.Optional;

/** Hands in songs, asks how they go, and stops them (https://aigateway.sh/docs/async-jobs). */
final class AigatewayJobs {
    private final AigatewayClient client;
    private final AigatewayAnswers answers;
    private final Optional<URI> webhook;

    AigatewayJobs(AigatewayClient client, AigatewayErrors errors, Optional<URI> webhook) {
        this.client = client;
        this.answers = new AigatewayAnswers(client.base(), errors);
        this.webhook = webhook;
    }

    Submission submit(Commission commission) {
        SongRequest song = commission.request();
        return client.submit(commission.id(), body(song))
                .whereRepeatCosts(
                        answer -> answers.submission(answer, song.model().model()), Rejected::new);
    }

    Rendering poll(ProviderJobId id) {
        return client.get("v1", "jobs", id.value()).whereRepeatIsFree(answers::rendering, Rendering.Failed::new);
    }

    /** By the way that the API's description has, else by that of its documentation. */
    Stopping stop(ProviderJobId id) {
        Exchange<VendorAnswer> deleted = client.delete("v1", "jobs", id.value());
        return stopping(isNoSuchWay(deleted) ? cancel(id) : deleted);
    }

    private Exchange<VendorAnswer> cancel(ProviderJobId id) {
        return client.post(JsonNodeFactory.instance.objectNode(), "v1", "jobs", id.value(), "cancel");
    }

    private static boolean isNoSuchWay(Exchange<VendorAnswer> exchange) {
        return exchange instanceof Answered<VendorAnswer>(VendorAnswer answer)
                && (answer.status() == 404 || answer.status() == 405);
    }

    private Stopping stopping(Exchange<VendorAnswer> exchange) {
        return exchange.whereRepeatIsFree(answers::stopping, NotStopped::new);
    }

    /** The model always: left out, the gateway would choose one, and bill it. */
    private ObjectNode body(SongRequest song) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("model", song.model().model())
                .put("prompt", prompt(song))
                .put("is_instrumental", song.instrumental());
        if (AigatewayModels.can(song.model(), Feature.LENGTH)) {
            body.put("duration", song.seconds());
        }
        if (AigatewayModels.can(song.model(), Feature.LYRICS) && !song.instrumental()) {
            // It rewrites lyrics unless told not to, and writes some where there are none.
            body.put("lyrics_optimizer", song.wordsToSing().isEmpty());
        }
        song.wordsToSing().ifPresent(lyrics -> body.put("lyrics", lyrics));
        webhook.ifPresent(url -> body.put("webhook_url", url.toString()));
        return body;
    }

    private static String prompt(SongRequest song) {
        return song.plan().map(plan -> PlanPrompt.of(song.prompt(), plan)).orElse(song.prompt());
    }
}
