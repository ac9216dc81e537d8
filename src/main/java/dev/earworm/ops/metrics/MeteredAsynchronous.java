package dev.earworm.ops.metrics;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.Composer;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Planner;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.SongUploader;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.Stopper;
import dev.earworm.music.Submission;
import dev.earworm.music.WebhookReceiver;
import dev.earworm.ops.metrics.ProviderCalls.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A provider that takes songs and hands them over later, its calls counted. */
record MeteredAsynchronous(AsynchronousProvider provider, ProviderCalls calls) implements AsynchronousProvider {
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
        return calls.account(provider::account);
    }

    @Override
    public Optional<Planner> planner() {
        return provider.planner().map(planner -> MeteredProviders.planner(planner, calls));
    }

    @Override
    public Optional<StemSeparator> stems() {
        return provider.stems().map(separator -> MeteredProviders.separator(separator, calls));
    }

    @Override
    public Optional<SongUploader> uploads() {
        return provider.uploads().map(uploader -> MeteredProviders.uploader(uploader, calls));
    }

    @Override
    public Submission submit(Commission commission) {
        return calls.submission(() -> provider.submit(commission));
    }

    @Override
    public Optional<Composer> composer(ModelId model) {
        return provider.composer(model).map(composer -> MeteredProviders.composer(composer, calls));
    }

    @Override
    public Optional<ProviderJobId> lookUp(Commission commission, Instant since) {
        return calls.lookUp(() -> provider.lookUp(commission, since));
    }

    @Override
    public Rendering poll(ProviderJobId providerJobId) {
        return calls.rendering(() -> provider.poll(providerJobId));
    }

    @Override
    public Composition download(Rendering.Ready ready, Path target) {
        return calls.composition(Operation.DOWNLOAD, () -> provider.download(ready, target));
    }

    @Override
    public Duration minimumPollInterval() {
        return provider.minimumPollInterval();
    }

    @Override
    public Optional<WebhookReceiver> webhooks() {
        return provider.webhooks();
    }

    @Override
    public Optional<Stopper> stopper() {
        return provider.stopper().map(stopper -> id -> calls.stopping(() -> stopper.stop(id)));
    }
}
