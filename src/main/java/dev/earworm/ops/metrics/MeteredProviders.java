package dev.earworm.ops.metrics;

import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Composer;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Planner;
import dev.earworm.music.SongUploader;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.ops.metrics.ProviderCalls.Operation;
import java.nio.file.Path;
import java.util.Optional;

/** Puts a counting layer around a provider; what it does not count it passes on. */
final class MeteredProviders {
    private MeteredProviders() {}

    static MusicProvider of(MusicProvider provider, ProviderCalls calls) {
        return switch (provider) {
            case SynchronousProvider synchronous -> new MeteredSynchronous(synchronous, calls);
            case AsynchronousProvider asynchronous -> new MeteredAsynchronous(asynchronous, calls);
        };
    }

    static Composer composer(Composer composer, ProviderCalls calls) {
        return (commission, target) -> calls.composition(Operation.COMPOSE, () -> composer.compose(commission, target));
    }

    static SongUploader uploader(SongUploader uploader, ProviderCalls calls) {
        return (audio, model) -> calls.upload(() -> uploader.upload(audio, model));
    }

    static Planner planner(Planner planner, ProviderCalls calls) {
        return new MeteredPlanner(planner, calls);
    }

    static StemSeparator separator(StemSeparator separator, ProviderCalls calls) {
        return new MeteredSeparator(separator, calls);
    }

    private record MeteredPlanner(Planner planner, ProviderCalls calls) implements Planner {
        @Override
        public Planning plan(PlanRequest request) {
            return calls.planning(() -> planner.plan(request));
        }

        @Override
        public Optional<SectionPlanner> sections() {
            return planner.sections().map(sections -> request -> calls.planning(() -> sections.redo(request)));
        }
    }

    private record MeteredSeparator(StemSeparator separator, ProviderCalls calls) implements StemSeparator {
        @Override
        public Separation separate(Recording song, StemSet stems, Path folder) {
            return calls.separation(() -> separator.separate(song, stems, folder));
        }

        @Override
        public MusicProvider.RepeatedSubmit repeatedSeparation() {
            return separator.repeatedSeparation();
        }
    }
}
