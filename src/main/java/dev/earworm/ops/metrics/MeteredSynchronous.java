package dev.earworm.ops.metrics;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Planner;
import dev.earworm.music.SongUploader;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.ops.metrics.ProviderCalls.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A provider that answers with the song, its calls counted. */
record MeteredSynchronous(SynchronousProvider provider, ProviderCalls calls) implements SynchronousProvider {
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
    public Composition compose(Commission commission, Path target) {
        return calls.composition(Operation.COMPOSE, () -> provider.compose(commission, target));
    }
}
