package dev.earworm;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.Composer;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Planner;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.SongUploader;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.Stopper;
import dev.earworm.music.Stopping;
import dev.earworm.music.Submission;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.WebhookReceiver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A provider with which things can be made to go wrong. While songs take long, those that it would compose in one go are
 * handed in instead and composed when they are fetched, so that there is something to wait for and to call back.
 */
final class TryProvider implements AsynchronousProvider {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final String HELD = "held";

    private final MusicProvider provider;
    private final TryMusic music;
    private final Map<ProviderJobId, Commission> held = new ConcurrentHashMap<>();

    TryProvider(MusicProvider provider, TryMusic music) {
        this.provider = provider;
        this.music = music;
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public List<MusicModel> models() {
        return provider.models();
    }

    @Override
    public int concurrentSongs() {
        return provider.concurrentSongs();
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return provider.repeatedSubmit();
    }

    @Override
    public AccountStatus account() {
        return music.outage().<AccountStatus>map(AccountStatus.Unusable::new).orElseGet(provider::account);
    }

    @Override
    public Optional<Planner> planner() {
        return provider.planner();
    }

    @Override
    public Optional<StemSeparator> stems() {
        return provider.stems();
    }

    @Override
    public Optional<SongUploader> uploads() {
        return provider.uploads();
    }

    @Override
    public Optional<Composer> composer(ModelId model) {
        return music.slowness().isOn()
                ? Optional.empty()
                : inOneGo(model).map(composer -> (commission, target) -> compose(composer, commission, target));
    }

    /** Who makes songs of this model in one go, whatever the switches say. */
    private Optional<Composer> inOneGo(ModelId model) {
        return switch (provider) {
            case SynchronousProvider synchronous -> Optional.of(synchronous);
            case AsynchronousProvider asynchronous -> asynchronous.composer(model);
        };
    }

    private Optional<AsynchronousProvider> vendor() {
        return switch (provider) {
            case SynchronousProvider _ -> Optional.empty();
            case AsynchronousProvider asynchronous -> Optional.of(asynchronous);
        };
    }

    private Composition compose(Composer composer, Commission commission, Path target) {
        Optional<ProviderFailure> objection = music.objection(commission);
        return objection.isPresent()
                ? new Composition.NotComposed(objection.get())
                : composer.compose(commission, target);
    }

    @Override
    public Submission submit(Commission commission) {
        Optional<ProviderFailure> objection = music.objection(commission);
        if (objection.isPresent()) {
            return new Submission.Rejected(objection.get());
        }
        Submission submission = inOneGo(commission.request().model())
                .map(_ -> hold(commission))
                .or(() -> vendor().map(vendor -> vendor.submit(commission)))
                .orElseThrow();
        if (submission instanceof Submission.Submitted submitted) {
            music.slowness().begin(submitted.providerJobId());
        }
        return submission;
    }

    private Submission hold(Commission commission) {
        ProviderJobId id = new ProviderJobId(HELD + ":" + commission.id());
        held.put(id, commission);
        return new Submission.Submitted(id);
    }

    @Override
    public Optional<ProviderJobId> lookUp(Commission commission, Instant since) {
        return vendor().flatMap(vendor -> vendor.lookUp(commission, since));
    }

    @Override
    public Rendering poll(ProviderJobId song) {
        Optional<ProviderFailure> outage = music.outage();
        if (outage.isPresent()) {
            return new Rendering.Failed(outage.get());
        }
        Optional<Rendering.Running> waiting = music.slowness().waiting(song);
        return waiting.isPresent() ? waiting.get() : pollWithoutWaiting(song);
    }

    private Rendering pollWithoutWaiting(ProviderJobId song) {
        if (held.containsKey(song)) {
            return new Rendering.Ready(URI.create(song.value()), TrackDetails.NONE);
        }
        return vendor().map(vendor -> vendor.poll(song)).orElseGet(TryProvider::unknown);
    }

    private static Rendering unknown() {
        return new Rendering.Failed(new Internal("nobody has handed in such a song"));
    }

    @Override
    public Composition download(Rendering.Ready ready, Path target) {
        Optional<Commission> own = Optional.of(ready.audio())
                .filter(audio -> HELD.equals(audio.getScheme()))
                .flatMap(audio -> Optional.ofNullable(held.remove(new ProviderJobId(audio.toString()))));
        return own.map(commission -> composeHeld(commission, target))
                .or(() -> vendor().map(vendor -> vendor.download(ready, target)))
                .orElseThrow();
    }

    /** Whoever awaits a song asks again and again, which would pay again and again for one that may have been made. */
    private Composition composeHeld(Commission commission, Path target) {
        Composition composition =
                inOneGo(commission.request().model()).orElseThrow().compose(commission, target);
        return switch (composition) {
            case Composition.Composed composed -> composed;
            case Composition.NotComposed(OutcomeUnknown unknown)
            when repeatedSubmit() == RepeatedSubmit.MAY_CHARGE_TWICE ->
                new Composition.NotComposed(new Internal(unknown.detail()));
            case Composition.NotComposed not -> {
                hold(commission);
                yield not;
            }
        };
    }

    @Override
    public Duration minimumPollInterval() {
        return vendor().map(AsynchronousProvider::minimumPollInterval).orElse(A_MOMENT);
    }

    @Override
    public Optional<WebhookReceiver> webhooks() {
        return vendor().flatMap(AsynchronousProvider::webhooks);
    }

    /** What it holds back it can stop, too. */
    @Override
    public Optional<Stopper> stopper() {
        Optional<Stopper> vendors = vendor().flatMap(AsynchronousProvider::stopper);
        boolean canStop = music.slowness().isOn() || !held.isEmpty() || vendors.isPresent();
        return canStop ? Optional.of(song -> stop(song, vendors)) : Optional.empty();
    }

    private Stopping stop(ProviderJobId song, Optional<Stopper> vendors) {
        if (held.remove(song) != null) {
            music.slowness().forget(song);
            return new Stopping.Stopped();
        }
        return vendors.map(stopper -> stopper.stop(song))
                .orElseGet(() -> new Stopping.NotStopped(new ProviderFailure.BadRequest("it cannot stop songs")));
    }
}
