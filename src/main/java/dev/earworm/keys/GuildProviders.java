package dev.earworm.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.keys.GuildKeys.Opened;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import dev.earworm.quota.GuildId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who makes the songs of a guild: the instance's providers, with its own in place of and before them. What a guild has
 * of its own is built when it is needed, and forgotten when it was not needed for a while.
 */
public final class GuildProviders {
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 1_000;

    private final Providers instance;
    private final GuildKeys keys;
    private final ProviderFactory factory;
    private final Cache<GuildId, View> views =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();
    private final Cache<KeyId, MusicProvider> built =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

    public GuildProviders(Providers instance, GuildKeys keys, ProviderFactory factory) {
        this.instance = keys.canSeal() ? instance.knowing(factory.models()) : instance;
        this.keys = keys;
        this.factory = factory;
    }

    /** What is seen of a guild; for most it is the instance's. */
    private record View(Providers providers, Map<String, ProviderAccount> own) {}

    /** The operator's providers. */
    public Providers instance() {
        return instance;
    }

    /** What members of this guild can order, its own providers first. */
    public Providers of(GuildId guild) {
        return view(guild).providers();
    }

    /** The account that makes a new song of this guild at this provider, whether or not it can be used now. */
    public ProviderAccount account(GuildId guild, String provider) {
        return view(guild).own().getOrDefault(provider, new ProviderAccount.Operators(provider));
    }

    /** What makes the songs of this account, also of one whose key was removed while songs are being made with it. */
    public Access access(ProviderAccount account) {
        return switch (account) {
            case ProviderAccount.Operators(String provider) ->
                instance.provider(provider).<Access>map(Access.Granted::new).orElseGet(Access.Gone::new);
            case ProviderAccount.Guilds guilds -> access(guilds.key());
        };
    }

    /** The same where only what can be used now is of interest. */
    public Optional<MusicProvider> provider(ProviderAccount account) {
        return switch (access(account)) {
            case Access.Granted(MusicProvider provider) -> Optional.of(provider);
            case Access.Locked _, Access.Gone _ -> Optional.empty();
        };
    }

    /** Something changed of this guild's keys, here or in another process. */
    public void forget(GuildId guild) {
        views.invalidate(guild);
    }

    /** Something may have changed of any guild's keys. */
    public void forgetAll() {
        views.invalidateAll();
    }

    private View view(GuildId guild) {
        return guild.isOutside() ? new View(instance, Map.of()) : views.get(guild, this::seen);
    }

    private View seen(GuildId guild) {
        List<GuildKey> own = keys.of(guild);
        if (own.isEmpty()) {
            return new View(instance, Map.of());
        }
        List<MusicProvider> usable =
                own.stream().flatMap(key -> provider(key.account()).stream()).toList();
        return new View(
                instance.headedBy(usable),
                own.stream().collect(Collectors.toMap(GuildKey::provider, GuildKey::account, (one, _) -> one)));
    }

    private Access access(KeyId id) {
        MusicProvider known = built.getIfPresent(id);
        return known == null ? opened(id) : new Access.Granted(known);
    }

    private Access opened(KeyId id) {
        return switch (keys.open(id)) {
            case Opened.Readable(GuildKey key, ApiKey secret) ->
                KeyedProvider.named(key.provider())
                        .<Access>map(provider -> new Access.Granted(built.get(id, _ -> factory.with(provider, secret))))
                        .orElseGet(Access.Gone::new);
            case Opened.Locked _ -> new Access.Locked();
            case Opened.Unknown _ -> new Access.Gone();
        };
    }
}
