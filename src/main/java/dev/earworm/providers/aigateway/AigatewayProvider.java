package dev.earworm.providers.aigateway;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.MusicModel;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Stopper;
import dev.earworm.music.Submission;
import dev.earworm.music.WebhookReceiver;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorTimeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Songs of several makers by way of AIgateway: a job is handed in, asked for (or the vendor calls), and fetched. A job
 * that failed is free, says the vendor; that a song is not made twice is nowhere promised.
 */
public final class AigatewayProvider implements AsynchronousProvider {
    static final String NAME = "aigateway";

    /** Who asks more often is answered 304 (https://aigateway.sh/docs/async-jobs). */
    static final Duration MINIMUM_POLL_INTERVAL = Duration.ofSeconds(3);

    /** The vendor publishes no limit; two keep one waiting member from blocking the next. */
    private static final int CONCURRENT_SONGS = 2;

    private final AigatewayJobs jobs;
    private final AigatewayFiles files;
    private final AigatewayAccount account;
    private final Optional<WebhookSecret> webhookSecret;
    private final Optional<WebhookReceiver> webhooks;

    public AigatewayProvider(AigatewayConfig config, AudioFetcher fetcher) {
        this(config, fetcher, VendorTimeouts.quick());
    }

    AigatewayProvider(AigatewayConfig config, AudioFetcher fetcher, VendorTimeouts timeouts) {
        Redactor redactor = new Redactor(config.apiKey());
        AigatewayClient client = new AigatewayClient(config, timeouts, redactor);
        AigatewayErrors errors = new AigatewayErrors(redactor);
        this.jobs = new AigatewayJobs(client, errors, config.webhook());
        this.files = new AigatewayFiles(client, errors, fetcher);
        this.account = new AigatewayAccount(client, errors);
        this.webhookSecret = config.webhook().map(_ -> new WebhookSecret(client));
        this.webhooks = webhookSecret.map(AigatewayWebhooks::new);
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
        return AigatewayModels.ALL;
    }

    @Override
    public int concurrentSongs() {
        return CONCURRENT_SONGS;
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return RepeatedSubmit.MAY_CHARGE_TWICE;
    }

    @Override
    public AccountStatus account() {
        return account.status();
    }

    @Override
    public Submission submit(Commission commission) {
        webhookSecret.ifPresent(WebhookSecret::prepare);
        return jobs.submit(commission);
    }

    @Override
    public Rendering poll(ProviderJobId providerJobId) {
        return jobs.poll(providerJobId);
    }

    @Override
    public Composition download(Rendering.Ready ready, Path target) {
        return files.download(ready, target);
    }

    @Override
    public Duration minimumPollInterval() {
        return MINIMUM_POLL_INTERVAL;
    }

    @Override
    public Optional<WebhookReceiver> webhooks() {
        return webhooks;
    }

    @Override
    public Optional<Stopper> stopper() {
        return Optional.of(jobs::stop);
    }
}
