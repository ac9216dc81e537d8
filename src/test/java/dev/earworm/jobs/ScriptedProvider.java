package dev.earworm.jobs;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composer;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.ReferenceRule;
import dev.earworm.music.Rendering;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.Stopper;
import dev.earworm.music.Stopping;
import dev.earworm.music.Submission;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.music.WebhookReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A vendor that answers as it was told to, one answer a call, and well once it has run out of answers. */
final class ScriptedProvider implements AsynchronousProvider {
    static final Duration TYPICAL = Duration.ofSeconds(60);
    static final ReferenceRule REFERENCES =
            new ReferenceRule(Duration.ofSeconds(6), Duration.ofSeconds(60), 1_000_000, Set.of(AudioFormat.MP3));
    static final Rendering READY = new Rendering.Ready(URI.create("https://vendor.example/song"), TrackDetails.NONE);

    private final Queue<Supplier<Submission>> submissions = new ConcurrentLinkedQueue<>();
    private final Queue<Supplier<Rendering>> renderings = new ConcurrentLinkedQueue<>();
    private final Queue<Supplier<Composition>> downloads = new ConcurrentLinkedQueue<>();
    private final Queue<Optional<ProviderJobId>> lookUps = new ConcurrentLinkedQueue<>();
    final List<Commission> commissions = new CopyOnWriteArrayList<>();
    final ScriptedSeparator separator = new ScriptedSeparator();
    private volatile boolean announces;
    private volatile Optional<Usd> charged = Optional.empty();
    private volatile Optional<Stopper> stopper = Optional.empty();
    private volatile Instant doneAt = Instant.MIN;
    private volatile InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    private volatile RepeatedSubmit repeatedSubmit = RepeatedSubmit.MAY_CHARGE_TWICE;
    private volatile Optional<Composer> composer = Optional.empty();
    private final AtomicInteger submits = new AtomicInteger();
    private final AtomicInteger polls = new AtomicInteger();

    void answersSubmit(Supplier<Submission> answer) {
        submissions.add(answer);
    }

    void rejects(ProviderFailure failure) {
        answersSubmit(() -> new Submission.Rejected(failure));
    }

    void answersPoll(Supplier<Rendering> answer) {
        renderings.add(answer);
    }

    void answersPoll(Rendering answer) {
        answersPoll(() -> answer);
    }

    void answersDownload(Supplier<Composition> answer) {
        downloads.add(answer);
    }

    /** Its songs come in one go from now on. */
    void answersWithAudio(Composer composer) {
        this.composer = Optional.of(composer);
    }

    void answersLookUp(Optional<ProviderJobId> answer) {
        lookUps.add(answer);
    }

    /** Until then every question that has no answer of its own finds the song being made. */
    void finishesAt(Instant instant, InstantSource source) {
        doneAt = instant;
        clock = source;
    }

    void stops(Stopping answer) {
        stops(() -> answer);
    }

    void stops(Supplier<Stopping> answer) {
        stopper = Optional.of(_ -> answer.get());
    }

    /** For every song from now on, as it says once the song is made. */
    void charges(Usd amount) {
        charged = Optional.of(amount);
    }

    void announcesSongs() {
        announces = true;
    }

    void knowsSongsByTheirKey() {
        repeatedSubmit = RepeatedSubmit.HARMLESS;
    }

    int submits() {
        return submits.get();
    }

    int polls() {
        return polls.get();
    }

    @Override
    public Submission submit(Commission commission) {
        submits.incrementAndGet();
        commissions.add(commission);
        Supplier<Submission> answer = submissions.poll();
        return answer == null
                ? new Submission.Submitted(new ProviderJobId("at-vendor-" + commission.id()))
                : answer.get();
    }

    @Override
    public Optional<Composer> composer(ModelId model) {
        return composer;
    }

    @Override
    public Optional<ProviderJobId> lookUp(Commission commission, Instant since) {
        Optional<ProviderJobId> answer = lookUps.poll();
        return answer == null ? Optional.empty() : answer;
    }

    @Override
    public Optional<StemSeparator> stems() {
        return Optional.of(separator);
    }

    @Override
    public Optional<Stopper> stopper() {
        return stopper;
    }

    @Override
    public Optional<WebhookReceiver> webhooks() {
        return announces ? Optional.of((_, _) -> new WebhookReceiver.Reading.Nothing()) : Optional.empty();
    }

    @Override
    public Rendering poll(ProviderJobId providerJobId) {
        polls.incrementAndGet();
        Supplier<Rendering> answer = renderings.poll();
        if (answer != null) {
            return answer.get();
        }
        return clock.instant().isBefore(doneAt) ? Rendering.Running.unknown() : READY;
    }

    @Override
    public Composition download(Rendering.Ready ready, Path target) {
        Supplier<Composition> answer = downloads.poll();
        if (answer != null) {
            return answer.get();
        }
        try {
            Files.writeString(target, "la la la");
            return new Composition.Composed(TrackDetails.titled("River").withCost(charged));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return JobFixtures.MODEL.provider();
    }

    @Override
    public List<MusicModel> models() {
        return List.of(MusicModel.named(JobFixtures.MODEL, "A scripted band")
                .length(3, 30, 300)
                .prompt(1, 2_000)
                .can(Feature.INSTRUMENTAL, Feature.SEED, Feature.STEMS)
                .reference(REFERENCES)
                .typicalWait(TYPICAL)
                .build());
    }

    @Override
    public AccountStatus account() {
        return new AccountStatus.Usable(Optional.empty());
    }

    @Override
    public int concurrentSongs() {
        return 2;
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return repeatedSubmit;
    }

    @Override
    public Duration minimumPollInterval() {
        return Duration.ZERO;
    }
}
