package dev.earworm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earworm.jobs.JobFixtures;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.SongRequest;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.Stopper;
import dev.earworm.music.Stopping;
import dev.earworm.music.Submission;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.WebhookReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor on a stage: it takes songs, and finishes them when the test says so. It outlives the program, as vendors do. */
final class StagedProvider implements AsynchronousProvider {
    static final ModelId MODEL = new ModelId("staged", "band");

    final List<JobId> submits = new CopyOnWriteArrayList<>();
    private final AtomicInteger separations = new AtomicInteger();
    private final Map<String, SongRequest> taken = new ConcurrentHashMap<>();
    private final Queue<ProviderFailure> refusals = new ConcurrentLinkedQueue<>();
    private final ModelId model;
    private final Path song;
    private final int slots;
    private final AtomicInteger polls = new AtomicInteger();
    private volatile boolean isFinishing;
    private volatile boolean isCalling;
    private volatile boolean isStopping;
    private volatile OptionalInt percent = OptionalInt.empty();
    private final Set<ProviderJobId> stopped = ConcurrentHashMap.newKeySet();

    /** Makes every song sound like this file. */
    StagedProvider(Path song, int slots) {
        this(MODEL, song, slots);
    }

    /** One of another name. */
    StagedProvider(ModelId model, Path song, int slots) {
        this.model = model;
        this.song = song;
        this.slots = slots;
    }

    void finishesSongs() {
        isFinishing = true;
    }

    /** From now on it finishes none. */
    void waits() {
        isFinishing = false;
    }

    /** From now on it is known for calls, which it signs with a word. */
    void callsBack() {
        isCalling = true;
    }

    /** From now on it stops songs that it has not finished. */
    void stopsSongs() {
        isStopping = true;
    }

    /** Of every song that it has not finished, from now on. */
    void says(int percentDone) {
        percent = OptionalInt.of(percentDone);
    }

    /** How many songs it was told to stop. */
    int stops() {
        return stopped.size();
    }

    /** How many songs it was told to take apart. */
    int separations() {
        return separations.get();
    }

    /** How often it was asked how a song goes. */
    int polls() {
        return polls.get();
    }

    /** It has been making this song since before the test. */
    void hasTaken(String song) {
        taken.put(song, JobFixtures.request("a song of before", Duration.ofSeconds(30)));
    }

    /** The next submit is answered so. */
    void refusesNext(ProviderFailure failure) {
        refusals.add(failure);
    }

    /** What the vendor was asked for, in the order in which it was. */
    List<String> prompts() {
        return submits.stream()
                .map(id -> Optional.ofNullable(taken.get("staged-" + id)).orElseThrow())
                .map(SongRequest::prompt)
                .toList();
    }

    @Override
    public String name() {
        return model.provider();
    }

    @Override
    public List<MusicModel> models() {
        return List.of(MusicModel.named(model, "The staged band")
                .length(3, 30, 120)
                .prompt(1, 200)
                .can(Feature.SEED, Feature.STEMS)
                .typicalWait(Duration.ofMinutes(1))
                .build());
    }

    @Override
    public AccountStatus account() {
        return new AccountStatus.Usable(Optional.empty());
    }

    @Override
    public int concurrentSongs() {
        return slots;
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return RepeatedSubmit.MAY_CHARGE_TWICE;
    }

    @Override
    public Submission submit(Commission commission) {
        JobId id = commission.id();
        ProviderFailure refusal = refusals.poll();
        if (refusal != null) {
            return new Submission.Rejected(refusal);
        }
        taken.put("staged-" + id, commission.request());
        submits.add(id);
        return new Submission.Submitted(new ProviderJobId("staged-" + id));
    }

    @Override
    public Rendering poll(ProviderJobId providerJobId) {
        polls.incrementAndGet();
        if (!taken.containsKey(providerJobId.value())) {
            return new Rendering.Failed(new ProviderFailure.Internal("no such song: " + providerJobId));
        }
        if (stopped.contains(providerJobId)) {
            return new Rendering.Failed(new ProviderFailure.Internal("stopped: " + providerJobId));
        }
        return isFinishing
                ? new Rendering.Ready(URI.create("https://staged.example/song.mp3"), TrackDetails.NONE)
                : new Rendering.Running(percent, Optional.empty());
    }

    @Override
    public Composition download(Rendering.Ready ready, Path target) {
        try {
            Files.copy(song, target, StandardCopyOption.REPLACE_EXISTING);
            return new Composition.Composed(TrackDetails.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<StemSeparator> stems() {
        return Optional.of(new StemSeparator() {
            @Override
            public RepeatedSubmit repeatedSeparation() {
                return RepeatedSubmit.MAY_CHARGE_TWICE;
            }

            @Override
            public Separation separate(Recording recording, StemSet set, Path stems) {
                separations.incrementAndGet();
                return new Separation.Separated(List.of(stem(stems, "vocals"), stem(stems, "instrumental")));
            }
        });
    }

    private StemSeparator.Stem stem(Path folder, String name) {
        try {
            return new StemSeparator.Stem(name, Files.copy(song, folder.resolve(name + ".wav")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Stopper> stopper() {
        return isStopping ? Optional.of(this::stop) : Optional.empty();
    }

    private Stopping stop(ProviderJobId providerJobId) {
        stopped.add(providerJobId);
        return new Stopping.Stopped();
    }

    @Override
    public Duration minimumPollInterval() {
        return Duration.ZERO;
    }

    @Override
    public Optional<WebhookReceiver> webhooks() {
        return isCalling ? Optional.of(StagedProvider::read) : Optional.empty();
    }

    private static WebhookReceiver.Reading read(WebhookReceiver.Call call, Instant now) {
        return call.header("X-Staged").equals(Optional.of("genuine"))
                ? new WebhookReceiver.Reading.News(new ProviderJobId(new String(call.body(), UTF_8)))
                : new WebhookReceiver.Reading.Forged("no signature");
    }
}
