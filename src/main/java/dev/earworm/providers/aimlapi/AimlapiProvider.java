package dev.earworm.providers.aimlapi;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.Composer;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Submission;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.VendorTimeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Songs from the models of several makers by way of AI/ML API: a job is handed in, asked for, and fetched from the URL
 * that it ends with. URLs live about a day; the vendor has neither idempotency, webhooks nor a way to cancel, but a log
 * in which a song whose reply was lost can be found. One model, music-01, answers with the audio instead.
 */
public final class AimlapiProvider implements AsynchronousProvider {
    /** The vendor publishes no limit; two keep one waiting member from blocking the next. */
    private static final int CONCURRENT_SONGS = 2;

    /**
     * The vendor names no minimum and publishes no rate limit for questions; how often it is really asked is decided
     * where all waiting is, and a 429 costs no more than the next poll.
     */
    private static final Duration MINIMUM_POLL_INTERVAL = Duration.ofSeconds(1);

    private final AimlapiClient client;
    private final AimlapiLog log;
    private final Music01Composer music01;
    private final AudioFetcher fetcher;

    public AimlapiProvider(AimlapiConfig config, AudioFetcher fetcher) {
        this(config, fetcher, VendorTimeouts.quick(), VendorTimeouts.untilTheSongIsMade());
    }

    /**
     * With other patience.
     *
     * @param quick for questions, and for jobs that are handed in
     * @param untilTheSongIsMade for the model whose answer is the audio
     */
    AimlapiProvider(
            AimlapiConfig config, AudioFetcher fetcher, VendorTimeouts quick, VendorTimeouts untilTheSongIsMade) {
        this.client = new AimlapiClient(config, quick);
        this.log = new AimlapiLog(client);
        this.music01 = new Music01Composer(config, fetcher, quick, untilTheSongIsMade);
        this.fetcher = fetcher;
    }

    @Override
    public String name() {
        return AimlapiModels.PROVIDER;
    }

    @Override
    public List<MusicModel> models() {
        return catalogue();
    }

    /** What every account can make, the best default first. */
    public static List<MusicModel> catalogue() {
        return AimlapiModels.all();
    }

    @Override
    public int concurrentSongs() {
        return CONCURRENT_SONGS;
    }

    @Override
    public AccountStatus account() {
        return client.account();
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return RepeatedSubmit.MAY_CHARGE_TWICE;
    }

    @Override
    public Submission submit(Commission commission) {
        return client.submit(commission);
    }

    @Override
    public Optional<Composer> composer(ModelId model) {
        return AimlapiModels.MUSIC_01.equals(model) ? Optional.of(music01) : Optional.empty();
    }

    /** A song of music-01 may be in the log, too, but could not be asked for. */
    @Override
    public Optional<ProviderJobId> lookUp(Commission commission, Instant since) {
        return composer(commission.request().model()).isPresent() ? Optional.empty() : log.find(commission.id(), since);
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
