package dev.earworm.music;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The providers of this instance and the one catalogue of their models, the default first. */
public final class Providers {
    private final SequencedMap<String, MusicProvider> byName = new LinkedHashMap<>();
    private final SequencedMap<ModelId, MusicModel> models = new LinkedHashMap<>();
    private final PriceConfig prices;

    /** With the published prices. */
    public Providers(List<? extends MusicProvider> providers) {
        this(providers, PriceConfig.published());
    }

    /** The same providers and prices, with something put around each provider. */
    public Providers wrapped(UnaryOperator<MusicProvider> wrapper) {
        return new Providers(all().map(wrapper).toList(), prices);
    }

    /**
     * Takes them all in.
     *
     * @param providers the default one first
     * @throws IllegalArgumentException when there is none, or two have the same name
     */
    public Providers(List<? extends MusicProvider> providers, PriceConfig prices) {
        if (providers.isEmpty()) {
            throw new IllegalArgumentException("at least one provider is needed");
        }
        this.prices = prices;
        for (MusicProvider provider : providers) {
            if (byName.putIfAbsent(provider.name(), provider) != null) {
                throw new IllegalArgumentException("two providers are named " + provider.name());
            }
            provider.models().forEach(model -> models.put(model.id(), model));
        }
    }

    public Stream<MusicProvider> all() {
        return byName.values().stream();
    }

    public Optional<MusicProvider> provider(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What stops songs that this provider has begun; empty where nothing does. */
    public Optional<Stopper> stopper(String name) {
        return provider(name).flatMap(provider -> switch (provider) {
            case AsynchronousProvider asynchronous -> asynchronous.stopper();
            case SynchronousProvider _ -> Optional.empty();
        });
    }

    public List<MusicModel> models() {
        return List.copyOf(models.values());
    }

    public Optional<MusicModel> model(ModelId id) {
        return Optional.ofNullable(models.get(id));
    }

    /** What a member gets who names no model. */
    public MusicModel defaultModel() {
        return models.firstEntry().getValue();
    }

    /** What a model's song of this length is expected to cost; empty where nobody knows. */
    public Optional<Usd> estimate(SongRequest request) {
        return model(request.model()).flatMap(prices::of).map(price -> price.of(request.length()));
    }

    public Optional<Price> price(MusicModel model) {
        return prices.of(model);
    }
}
