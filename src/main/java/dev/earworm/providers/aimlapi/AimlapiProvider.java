package dev.earworm.providers.aimlapi;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Submission;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.VendorTimeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Songs from ElevenLabs' model by way of AI/ML API: a job is handed in, asked for, and fetched from the URL that it ends
 * with. URLs live about a day; the vendor has neither idempotency, webhooks nor a way to cancel.
 */
public final class AimlapiProvider implements AsynchronousProvider {
    private static final String NAME = "aimlapi";

    /** The vendor publishes no limit; two keep one waiting member from blocking the next. */
    private static final int CONCURRENT_SONGS = 2;

    /**
     * The vendor names no minimum and publishes no rate limit; its own examples wait 10 to 15 seconds for songs that
     * take 30 and more. Three seconds add little to such a wait, and a 429 costs no more than the next poll.
     */
    private static final Duration MINIMUM_POLL_INTERVAL = Duration.ofSeconds(3);

    private static final List<MusicModel> MODELS =
            List.of(MusicModel.named(new ModelId(NAME, "elevenlabs/eleven_music"), "Eleven Music (AI/ML API)")
                    .length(10, 60, 300)
                    .prompt(1, AimlapiPrompt.LIMIT)
                    .can(Feature.INSTRUMENTAL)
                    .build());

    private final AimlapiClient client;
    private final AudioFetcher fetcher;

    public AimlapiProvider(AimlapiConfig config, AudioFetcher fetcher) {
        this(config, fetcher, VendorTimeouts.quick());
    }

    AimlapiProvider(AimlapiConfig config, AudioFetcher fetcher, VendorTimeouts timeouts) {
        this.client = new AimlapiClient(config, timeouts);
        this.fetcher = fetcher;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<MusicModel> models() {
        return MODELS;
    }

    @Override
    public int concurrentSongs() {
        return CONCURRENT_SONGS;
    }

    @Override
    public AccountStatus account() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return RepeatedSubmit.MAY_CHARGE_TWICE;
    }

    @Override
    public Submission submit(Commission commission) {
        return client.submit(commission.id(), commission.request());
    }

    @Override
    public Rendering poll(ProviderJobId providerJobId) {
        return client.poll(providerJobId);
    }

    @Override
    public Composition download(Rendering.Ready ready, Path target) {
        return fetcher.download(ready, target);
    }

    @Override
    public Duration minimumPollInterval() {
        return MINIMUM_POLL_INTERVAL;
    }
}
