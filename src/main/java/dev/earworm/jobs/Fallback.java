package dev.earworm.jobs;

import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import dev.earworm.music.SongRequest;
import java.util.List;
import java.util.Optional;

/** Who makes a song when its provider cannot: the operator's list, in its order. */
public final class Fallback {
    private final List<String> order;
    private final Providers providers;
    private final ProviderHealth health;

    /** @param order names of providers; one that is not configured is passed over */
    public Fallback(List<String> order, Providers providers, ProviderHealth health) {
        this.order = List.copyOf(order);
        this.providers = providers;
        this.health = health;
    }

    /**
     * The same song by each provider that can make it now, in the operator's order.
     *
     * @param tried providers that are not to be asked again; the request's own never is
     */
    List<SongRequest> instead(SongRequest request, List<String> tried) {
        return order.stream()
                .filter(name ->
                        !tried.contains(name) && !name.equals(request.model().provider()))
                .filter(health::works)
                .flatMap(name -> providers.provider(name).stream())
                .flatMap(provider -> first(request, provider).stream())
                .toList();
    }

    private static Optional<SongRequest> first(SongRequest request, MusicProvider provider) {
        return provider.models().stream()
                .flatMap(model -> FallbackPolicy.fitted(request, model).stream())
                .findFirst();
    }
}
