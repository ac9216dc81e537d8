package dev.earworm.music;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The providers of this instance and the one catalogue of their models, the default first. */
public final class Providers {
    private final SequencedMap<String, MusicProvider> byName = new LinkedHashMap<>();
    private final SequencedMap<ModelId, MusicModel> models = new LinkedHashMap<>();
    private final List<MusicModel> others;
    private final PriceConfig prices;

    /** With the published prices. */
    public Providers(List<? extends MusicProvider> providers) {
        this(providers, PriceConfig.published());
    }

    /** The same providers and prices, with something put around each provider. */
    public Providers wrapped(UnaryOperator<MusicProvider> wrapper) {
        return new Providers(all().map(wrapper).toList(), others, prices);
    }

    /**
     * Takes them all in.
     *
     * @param providers the default one first
     * @throws IllegalArgumentException when there is none, or two have the same name
     */
    public Providers(List<? extends MusicProvider> providers, PriceConfig prices) {
        this(providers, List.of(), prices);
    }

    private Providers(List<? extends MusicProvider> providers, List<MusicModel> others, PriceConfig prices) {
        if (providers.isEmpty()) {
            throw new IllegalArgumentException("at least one provider is needed");
        }
        this.prices = prices;
        this.others = List.copyOf(others);
        for (MusicProvider provider : providers) {
            if (byName.putIfAbsent(provider.name(), provider) != null) {
                throw new IllegalArgumentException("two providers are named " + provider.name());
            }
            provider.models().forEach(model -> models.put(model.id(), model));
        }
    }

    /** The same, and what can be said of these models, though nobody here makes them for everyone. */
    public Providers knowing(List<MusicModel> more) {
        return new Providers(List.copyOf(byName.values()), more, prices);
    }

    /** These first, in place of those of the same names, and then the rest. */
    public Providers headedBy(List<? extends MusicProvider> first) {
        Set<String> replaced = first.stream().map(MusicProvider::name).collect(Collectors.toSet());
        List<MusicProvider> all = new ArrayList<>(first);
        all().filter(provider -> !replaced.contains(provider.name())).forEach(all::add);
        return new Providers(all, others, prices);
    }

    public Stream<MusicProvider> all() {
        return byName.values().stream();
    }

    public Optional<MusicProvider> provider(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What stops songs that this provider has begun; empty where nothing does. */
    public static Optional<Stopper> stopper(MusicProvider provider) {
        return switch (provider) {
            case AsynchronousProvider asynchronous -> asynchronous.stopper();
            case SynchronousProvider _ -> Optional.empty();
        };
    }

    /** What can be ordered. */
    public List<MusicModel> models() {
        return List.copyOf(models.values());
    }

    /** Whether songs of this model can be ordered. */
    public boolean offers(ModelId id) {
        return models.containsKey(id);
    }

    /** What is known of a model, also of one that can be ordered only where there is a key for it. */
    public Optional<MusicModel> model(ModelId id) {
        return Optional.ofNullable(models.get(id))
                .or(() -> others.stream().filter(model -> model.id().equals(id)).findFirst());
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
