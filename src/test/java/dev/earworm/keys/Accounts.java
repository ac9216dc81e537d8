package dev.earworm.keys;

import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import dev.earworm.quota.GuildId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** An instance where no guild has a key of its own. */
public final class Accounts {
    private static final GuildKeys NO_KEYS = new GuildKeys() {
        @Override
        public boolean canSeal() {
            return false;
        }

        @Override
        public List<GuildKey> of(GuildId guild) {
            return List.of();
        }

        @Override
        public void put(GuildKey key, ApiKey secret) {
            throw new IllegalStateException("no guild of this test has a key");
        }

        @Override
        public boolean remove(GuildId guild, String provider, Instant now) {
            return false;
        }

        @Override
        public Opened open(KeyId id) {
            return new Opened.Unknown();
        }

        @Override
        public int forgetUnused() {
            return 0;
        }
    };

    private static final ProviderFactory NO_PROVIDERS = new ProviderFactory() {
        @Override
        public List<MusicModel> models() {
            return List.of();
        }

        @Override
        public MusicProvider with(KeyedProvider provider, ApiKey key) {
            throw new IllegalStateException("no guild of this test has a key");
        }
    };

    private Accounts() {}

    /** Where keys are not offered. */
    public static KeyDesk deskWithoutKeys(GuildProviders providers, InstantSource clock) {
        return new KeyDesk(NO_KEYS, providers, NO_PROVIDERS, clock);
    }

    public static GuildProviders ofOperator(Providers providers) {
        return new GuildProviders(providers, NO_KEYS, NO_PROVIDERS);
    }
}
