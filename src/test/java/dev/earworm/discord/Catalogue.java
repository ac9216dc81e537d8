package dev.earworm.discord;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Planner;
import dev.earworm.music.PriceConfig;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Providers;
import dev.earworm.music.Rendering;
import dev.earworm.music.Stopper;
import dev.earworm.music.Stopping;
import dev.earworm.music.Submission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two models for tests: one that can do everything but start from a sound, and one that can do next to nothing,
 * but whose provider can be stopped.
 */
public final class Catalogue {
    public static final MusicModel GRAND =
            model("studio", "grand", "Grand Studio", 300, Set.of(Feature.INSTRUMENTAL, Feature.LYRICS, Feature.SEED));
    public static final MusicModel TINY = model("booth", "tiny", "Tiny Booth", 30, Set.of());

    public static final MusicModel DRAFTER =
            model("desk", "drafter", "Drafting Desk", 400, Set.of(Feature.PLAN, Feature.LYRICS));

    /** Keeps its songs and takes them apart. */
    public static final MusicModel KEEPER = model(
            "attic",
            "keeper",
            "The Keeper",
            100,
            Set.of(Feature.PLAN, Feature.LYRICS, Feature.INSTRUMENTAL, Feature.EXTEND, Feature.STEMS));

    private Catalogue() {}

    /** With a model in front that does something with finished songs. */
    public static Providers keeping() {
        return new Providers(List.of(new OnPaper(KEEPER), new OnPaper(GRAND)));
    }

    public static Providers providers() {
        return new Providers(List.of(new OnPaper(GRAND), OnPaper.stopping(TINY)));
    }

    /** The same at these prices, written as an operator does. */
    public static Providers priced(String prices) {
        return new Providers(List.of(new OnPaper(GRAND), OnPaper.stopping(TINY)), PriceConfig.parse(prices));
    }

    /** The same, and behind them a model whose plans are this planner's. */
    public static Providers planning(Planner planner) {
        return new Providers(List.of(
                new OnPaper(GRAND),
                OnPaper.stopping(TINY),
                new OnPaper(DRAFTER, Optional.of(planner), Optional.empty())));
    }

    private static MusicModel model(String provider, String name, String title, int longest, Set<Feature> features) {
        MusicModel.Draft draft = MusicModel.named(new ModelId(provider, name), title)
                .length(10, 30, longest)
                .prompt(1, 2000)
                .can(features.toArray(Feature[]::new))
                .typicalWait(Duration.ofSeconds(60));
        return features.contains(Feature.LYRICS) ? draft.lyrics(0, 1000).build() : draft.build();
    }

    /** Never asked to make anything. */
    private record OnPaper(MusicModel model, Optional<Planner> planner, Optional<Stopper> stopper)
            implements AsynchronousProvider {
        OnPaper(MusicModel model) {
            this(model, Optional.empty(), Optional.empty());
        }

        /** One that can be stopped. */
        static OnPaper stopping(MusicModel model) {
            return new OnPaper(model, Optional.empty(), Optional.of(_ -> new Stopping.Stopped()));
        }

        @Override
        public String name() {
            return model.id().provider();
        }

        @Override
        public List<MusicModel> models() {
            return List.of(model);
        }

        @Override
        public int concurrentSongs() {
            return 1;
        }

        @Override
        public RepeatedSubmit repeatedSubmit() {
            return RepeatedSubmit.HARMLESS;
        }

        @Override
        public AccountStatus account() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Submission submit(Commission commission) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Rendering poll(ProviderJobId providerJobId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Composition download(Rendering.Ready ready, Path target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Duration minimumPollInterval() {
            return Duration.ZERO;
        }
    }
}
