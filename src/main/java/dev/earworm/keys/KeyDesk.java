package dev.earworm.keys;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.ProviderFailure;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes a guild's keys in, each tried at its provider first, and away. */
public final class KeyDesk {
    /** No vendor's is nearly as long. */
    public static final int LONGEST = 300;

    private final GuildKeys keys;
    private final GuildProviders providers;
    private final ProviderFactory factory;
    private final InstantSource clock;

    public KeyDesk(GuildKeys keys, GuildProviders providers, ProviderFactory factory, InstantSource clock) {
        this.keys = keys;
        this.providers = providers;
        this.factory = factory;
        this.clock = clock;
    }

    /** What came of a key that somebody entered. */
    public sealed interface Entry {
        /** @param credit what the account has left, in the vendor's words, as far as it says */
        record Works(Optional<String> credit) implements Entry {}

        /** It is the key of an account without credit; it was taken, and works once there is some. */
        record Empty() implements Entry {}

        /** The vendor could not be asked, or did not say; it was taken all the same. */
        record Untested() implements Entry {}

        /** The vendor does not know it, so it was not taken, and the one before stays. */
        record Refused() implements Entry {}

        /** It is no key: it has blanks in it, or letters that no key has. */
        record Malformed() implements Entry {}

        /** Nobody set up what keys are sealed with. */
        record NotOffered() implements Entry {}
    }

    /** Whether guilds can have keys of their own here. */
    public boolean isOffered() {
        return keys.canSeal();
    }

    /** Whether songs by this provider can be ordered without a key of the guild's own. */
    public boolean isOperators(KeyedProvider provider) {
        return providers.instance().provider(provider.word()).isPresent();
    }

    /** A guild's keys, each with whether it can be read. */
    public List<Kept> of(GuildId guild) {
        return keys.of(guild).stream().map(this::kept).toList();
    }

    /**
     * A key that a guild has.
     *
     * @param ending its last letters, by which its owner knows it; empty where it cannot be read, or is too short to
     *     show any of it
     */
    public record Kept(GuildKey key, Condition condition, Optional<String> ending) {
        /** Whether it can be used. */
        public enum Condition {
            READABLE,
            LOCKED
        }
    }

    private Kept kept(GuildKey key) {
        return switch (keys.open(key.id())) {
            case GuildKeys.Opened.Readable readable ->
                new Kept(key, Kept.Condition.READABLE, KeyPolicy.ending(readable.secret()));
            case GuildKeys.Opened.Locked _, GuildKeys.Opened.Unknown _ ->
                new Kept(key, Kept.Condition.LOCKED, Optional.empty());
        };
    }

    /**
     * Tries a key at its vendor, with a question that costs nothing, and keeps it unless it is refused.
     *
     * @param account of who enters it, in the guild that it is for
     * @param typed as it was typed
     */
    public Entry enter(Account account, KeyedProvider provider, String typed) {
        if (!keys.canSeal()) {
            return new Entry.NotOffered();
        }
        Optional<ApiKey> key = KeyPolicy.read(typed);
        if (key.isEmpty()) {
            return new Entry.Malformed();
        }
        Entry entry = tried(provider, key.get());
        switch (entry) {
            case Entry.Works _, Entry.Empty _, Entry.Untested _ -> keep(account, provider, key.get());
            case Entry.Refused _, Entry.Malformed _, Entry.NotOffered _ -> {}
        }
        return entry;
    }

    private Entry tried(KeyedProvider provider, ApiKey key) {
        return switch (factory.with(provider, key).account()) {
            case AccountStatus.Usable(Optional<String> credit) -> new Entry.Works(credit);
            case AccountStatus.Unusable(ProviderFailure failure) ->
                switch (failure) {
                    case ProviderFailure.Unauthorised _ -> new Entry.Refused();
                    case ProviderFailure.OutOfCredit _ -> new Entry.Empty();
                    case ProviderFailure.BadRequest _,
                            ProviderFailure.ContentRefused _,
                            ProviderFailure.RateLimited _,
                            ProviderFailure.Unavailable _,
                            ProviderFailure.OutcomeUnknown _,
                            ProviderFailure.Internal _ -> new Entry.Untested();
                };
        };
    }

    private void keep(Account account, KeyedProvider provider, ApiKey key) {
        keys.put(new GuildKey(KeyId.random(), account.guild(), provider.word(), account.user(), clock.instant()), key);
        providers.forget(account.guild());
    }

    /**
     * Takes a guild's key away at once. Songs that are being made with it are finished; those that wait are not begun.
     *
     * @return whether there was one
     */
    public boolean remove(GuildId guild, KeyedProvider provider) {
        boolean wasThere = keys.remove(guild, provider.word(), clock.instant());
        providers.forget(guild);
        keys.forgetUnused();
        return wasThere;
    }
}
