package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.music.WebhookReceiver;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.BaseUrl;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import dev.earworm.providers.VendorTimeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Songs from seven models by way of Apiframe v2: a job is handed in under a key of ours, asked for (or told of by a call),
 * and fetched from the URL that it ends with, which lives for a day. The vendor has no way to cancel.
 *
 * <p>A submit may be repeated: for 24 hours the vendor answers the same key with the same job, whatever has become of it.
 */
public final class ApiframeProvider implements AsynchronousProvider {
    static final String NAME = "apiframe";

    /** The vendor publishes no limit and queues what it cannot make at once; a 429 teaches better. */
    private static final int CONCURRENT_SONGS = 5;

    /** The vendor names none; its own SDK begins with two seconds, and 500 questions a minute are said to be allowed. */
    private static final Duration MINIMUM_POLL_INTERVAL = Duration.ofSeconds(1);

    /** How long the vendor knows a key ({@code IdempotencyKey} in its openapi.json). */
    private static final Duration KEY_LIFETIME = Duration.ofHours(24);

    /** For clocks that disagree, and submits that take their time. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final List<ApiframeModel> MODELS =
            List.of(new ElevenLabsMusic(), new Suno(), new Udio(), new Producer(), Lyria.CLIP, Lyria.PRO, new Mureka());

    private final ApiframeConfig config;
    private final ApiframeClient client;
    private final ApiframeJobList jobs;
    private final ApiframeAnswers answers;
    private final Optional<WebhookReceiver> webhooks;
    private final AudioFetcher fetcher;
    private final InstantSource clock;

    public ApiframeProvider(ApiframeConfig config, AudioFetcher fetcher) {
        this(config, fetcher, VendorTimeouts.quick(), InstantSource.system());
    }

    ApiframeProvider(ApiframeConfig config, AudioFetcher fetcher, VendorTimeouts timeouts, InstantSource clock) {
        Redactor redactor = new Redactor(config.apiKey());
        this.config = config;
        this.client = new ApiframeClient(config, timeouts, redactor);
        this.jobs = new ApiframeJobList(client);
        this.answers = new ApiframeAnswers(redactor, BaseUrl.of(config.baseUrl()));
        this.webhooks = config.webhook().map(_ -> new ApiframeWebhooks(config));
        this.fetcher = fetcher;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<MusicModel> models() {
        return catalogue();
    }

    /** What every account can make, the best default first. */
    public static List<MusicModel> catalogue() {
        return MODELS.stream().map(ApiframeModel::model).toList();
    }

    @Override
    public int concurrentSongs() {
        return CONCURRENT_SONGS;
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return RepeatedSubmit.HARMLESS;
    }

    @Override
    public AccountStatus account() {
        return client.account().whereRepeatIsFree(answers::account, AccountStatus.Unusable::new);
    }

    @Override
    public Submission submit(Commission commission) {
        ObjectNode body = body(commission);
        return client.submit(commission.id(), body)
                .whereRepeatCosts(
                        answer -> answer.status() == ApiframeErrors.CONFLICT
                                ? takenBefore(body, answer)
                                : answers.submission(answer),
                        Rejected::new);
    }

    /**
     * The vendor has this song, from a submit whose reply was lost and whose body differed, by the address of the webhook
     * perhaps. So a single job with these words within the life of a key can be no other.
     */
    private Submission takenBefore(ObjectNode body, VendorAnswer answer) {
        return jobs.find(body, clock.instant().minus(KEY_LIFETIME).minus(MARGIN))
                .<Submission>map(Submitted::new)
                .orElseGet(() -> answers.submission(answer));
    }

    /**
     * Only for songs whose key the vendor may have forgotten. As long as it knows the key, another submit tells for
     * certain which job is this song's; the list cannot, where a member asked for the same words twice.
     */
    @Override
    public Optional<ProviderJobId> lookUp(Commission commission, Instant since) {
        boolean keyIsKnown = since.isAfter(clock.instant().minus(KEY_LIFETIME).plus(MARGIN));
        return keyIsKnown ? Optional.empty() : jobs.find(body(commission), since);
    }

    @Override
    public Rendering poll(ProviderJobId providerJobId) {
        return client.job(providerJobId).whereRepeatIsFree(answers::rendering, Rendering.Failed::new);
    }

    @Override
    public Composition download(Rendering.Ready ready, Path target) {
        return fetcher.download(ready, target);
    }

    @Override
    public Duration minimumPollInterval() {
        return MINIMUM_POLL_INTERVAL;
    }

    @Override
    public Optional<WebhookReceiver> webhooks() {
        return webhooks;
    }

    private ObjectNode body(Commission commission) {
        ModelId id = commission.request().model();
        ObjectNode body = MODELS.stream()
                .filter(model -> model.model().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a model of " + NAME + ": " + id))
                .body(commission);
        config.webhook().ifPresent(address -> {
            body.put("webhookUrl", address.toString());
            body.putArray("webhookEvents").add("completed").add("failed");
        });
        return body;
    }
}
