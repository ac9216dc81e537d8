package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.jobs.Job;
import dev.earworm.keys.GuildKeys;
import dev.earworm.keys.GuildProviders;
import dev.earworm.keys.KeyDesk;
import dev.earworm.keys.ProviderFactory;
import dev.earworm.ops.metrics.Metrics;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.storage.Database;
import java.time.InstantSource;

/** Whose accounts at providers there are: the operator's, and those of guilds that have keys of their own. */
final class Keyring {
    private final GuildKeys keys;
    private final ProviderFactory factory;
    private final GuildProviders providers;

    private Keyring(GuildKeys keys, ProviderFactory factory, GuildProviders providers) {
        this.keys = keys;
        this.factory = factory;
        this.providers = providers;
    }

    static Keyring of(Configuration configuration, Parts parts, Database database, Metrics metrics)
            throws StartFailure {
        GuildKeys keys = database.guildKeys(configuration.sealing());
        ProviderFactory factory = new GuildAccounts(
                configuration.providers().guilds(), new AudioFetcher(configuration.fetch()), metrics::metered);
        GuildProviders providers =
                new GuildProviders(Resources.providers(configuration, parts).wrapped(metrics::metered), keys, factory);
        database.invalidation().of("guild_key", providers::forget, providers::forgetAll);
        return new Keyring(keys, factory, providers);
    }

    GuildProviders providers() {
        return providers;
    }

    KeyDesk desk(InstantSource clock) {
        return new KeyDesk(keys, providers, factory, clock);
    }

    /** The song may have been the last that was made with a key that was replaced or removed. */
    void forgetAfter(Job job) {
        if (job.state().isEnded() && !job.providerAccount().isOperators()) {
            forgetUnused();
        }
    }

    void forgetUnused() {
        keys.forgetUnused();
    }
}
