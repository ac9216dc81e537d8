package dev.earworm.providers.aimlapi;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.Commission;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.providers.BaseUrl;
import dev.earworm.providers.Exchange;
import dev.earworm.providers.JsonBody;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import dev.earworm.providers.VendorHttp;
import dev.earworm.providers.VendorTimeouts;
import java.util.Map;
import okhttp3.Request;

/** HTTP to AI/ML API (https://docs.aimlapi.com/api-references/music-models). */
final class AimlapiClient {
    /** Only finds the song again in the vendor's log; the vendor does not de-duplicate by it. */
    static final String CORRELATION = "X-Client-Request-Id";

    private static final String SONGS = "v2/generate/audio";

    private final AimlapiRequests requests;
    private final VendorHttp http;
    private final AimlapiAnswers answers;
    private final AimlapiAccount account;

    AimlapiClient(AimlapiConfig config, VendorTimeouts timeouts) {
        Redactor redactor = new Redactor(config.apiKey());
        this.requests = new AimlapiRequests(config);
        this.http = new VendorHttp(timeouts, redactor);
        this.answers = new AimlapiAnswers(redactor, BaseUrl.of(config.baseUrl()));
        this.account = new AimlapiAccount(redactor);
    }

    Submission submit(Commission commission) {
        Request request = requests.to(SONGS)
                .header(CORRELATION, commission.id().value())
                .post(new JsonBody(AimlapiModels.body(commission)))
                .build();
        return http.submit(request, AimlapiReply::read).whereRepeatCosts(answers::submission, Rejected::new);
    }

    Rendering poll(ProviderJobId id) {
        Request request =
                requests.to(SONGS, Map.of("generation_id", id.value())).build();
        return http.ask(request, AimlapiReply::read).whereRepeatIsFree(answers::rendering, Rendering.Failed::new);
    }

    AccountStatus account() {
        return http.ask(requests.to("v2/billing").build(), VendorAnswer::read)
                .whereRepeatIsFree(account::status, Unusable::new);
    }

    /** A page of the log of the requests that were made with this key. */
    Exchange<VendorAnswer> log(AimlapiLog.Window window, int offset) {
        return http.ask(requests.to("v2/logs", window.query(offset)).build(), VendorAnswer::read);
    }
}
