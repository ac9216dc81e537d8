package dev.earworm.providers.acestep;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Price;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.ReferenceRule;
import dev.earworm.music.Rendering;
import dev.earworm.music.Submission;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.VendorTimeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Songs from an ACE-Step 1.5 server of the operator's own: no account, no price, no limit but the graphics card's.
 *
 * <p>Its address is the operator's word, so audio is fetched from exactly that origin, with the key, though it be
 * private and plain http. An address anywhere else is treated like any vendor's: without the key, by the rules of
 * {@link AudioFetcher}.
 *
 * <p>It sings the lyrics that it is given and writes none: without lyrics it plays. The server has neither idempotency,
 * webhooks nor a way to stop a song; its queue is in memory and does not outlive it.
 */
public final class AcestepProvider implements AsynchronousProvider {
    public static final String NAME = "acestep";

    /** Songs are made one after another (ACESTEP_QUEUE_WORKERS=1, "single GPU recommended"). */
    private static final int CONCURRENT_SONGS = 1;

    /** The server is the operator's and answers from memory. */
    private static final Duration MINIMUM_POLL_INTERVAL = Duration.ofSeconds(1);

    /**
     * The server takes 30 seconds out of the sound, and repeats one that is shorter. It passes over a file that it cannot
     * read without a word, so only kinds that it surely reads are let through.
     */
    private static final ReferenceRule REFERENCE = new ReferenceRule(
            Duration.ofSeconds(3),
            Duration.ofMinutes(10),
            25L << 20,
            Set.of(AudioFormat.MP3, AudioFormat.WAV, AudioFormat.FLAC));

    /**
     * Limits are those of docs/en/INFERENCE.md. The second model is the first with the server's language model before
     * it: better songs, but on a server that has not loaded one (small graphics cards) every song fails.
     */
    private static final List<MusicModel> MODELS = List.of(
            model(AcestepTask.DIRECT, "ACE-Step 1.5 (self-hosted)", Duration.ofSeconds(20)),
            model(AcestepTask.THINKING, "ACE-Step 1.5, thinking first (self-hosted)", Duration.ofSeconds(40)));

    private final AcestepClient client;
    private final AudioFetcher fetcher;

    /** @param fetcher for audio that is not on the server itself */
    public AcestepProvider(AcestepConfig config, AudioFetcher fetcher) {
        this(config, fetcher, VendorTimeouts.quick(), VendorTimeouts.download());
    }

    AcestepProvider(AcestepConfig config, AudioFetcher fetcher, VendorTimeouts timeouts, VendorTimeouts downloads) {
        this.client = new AcestepClient(config, timeouts, downloads);
        this.fetcher = fetcher;
    }

    private static MusicModel model(ModelId id, String title, Duration typicalWait) {
        return MusicModel.named(id, title)
                .length(10, 60, 600)
                .prompt(1, 512)
                .lyrics(0, 4096)
                .can(Feature.INSTRUMENTAL, Feature.SEED)
                .reference(REFERENCE)
                .formats(AudioFormat.MP3, AudioFormat.WAV, AudioFormat.FLAC)
                .price(Price.free())
                .typicalWait(typicalWait)
                .build();
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

    /** The song may be made twice, which costs the operator's machine a moment and nobody any money. */
    @Override
    public RepeatedSubmit repeatedSubmit() {
        return RepeatedSubmit.HARMLESS;
    }

    @Override
    public AccountStatus account() {
        return client.account();
    }

    @Override
    public Submission submit(Commission commission) {
        return client.submit(commission);
    }

    @Override
    public Rendering poll(ProviderJobId providerJobId) {
        return client.poll(providerJobId);
    }

    @Override
    public Composition download(Rendering.Ready ready, Path target) {
        return client.has(ready) ? client.download(ready, target) : fetcher.download(ready, target);
    }

    @Override
    public Duration minimumPollInterval() {
        return MINIMUM_POLL_INTERVAL;
    }
}
