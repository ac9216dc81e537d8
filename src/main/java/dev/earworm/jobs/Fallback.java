package dev.earworm.jobs;

import dev.earworm.keys.GuildProviders;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Usd;
import dev.earworm.quota.GuildId;
import java.util.List;
import java.util.Optional;

/** Who makes a song when its provider cannot: the operator's list, in its order. */
public final class Fallback {
    private final List<String> order;
    private final GuildProviders providers;
    private final ProviderHealth health;

    /** @param order names of providers; one that is not configured is passed over */
    public Fallback(List<String> order, GuildProviders providers, ProviderHealth health) {
        this.order = List.copyOf(order);
        this.providers = providers;
        this.health = health;
    }

    /**
     * The same song by each provider that can make it now, in the operator's order. What a guild's own account should have
     * paid for never goes to the operator's, unless that costs nothing.
     *
     * @param from the account that cannot make it, of this guild
     * @param tried providers that are not to be asked again; the request's own never is
     */
    List<SongRequest> instead(SongRequest request, GuildId guild, ProviderAccount from, List<String> tried) {
        return order.stream()
                .filter(name ->
                        !tried.contains(name) && !name.equals(request.model().provider()))
                .map(name -> providers.account(guild, name))
                .filter(health::works)
                .flatMap(account -> providers.provider(account).stream()
                        .flatMap(provider -> first(request, provider).stream())
                        .filter(other -> mayPay(from, account, other)))
                .toList();
    }

    private boolean mayPay(ProviderAccount from, ProviderAccount to, SongRequest request) {
        boolean costsNothing =
                providers.instance().estimate(request).filter(Usd.ZERO::equals).isPresent();
        return from.isOperators() || !to.isOperators() || costsNothing;
    }

    private static Optional<SongRequest> first(SongRequest request, MusicProvider provider) {
        return provider.models().stream()
                .flatMap(model -> FallbackPolicy.fitted(request, model).stream())
                .findFirst();
    }
}
