package dev.earworm.storage;

import dev.earworm.jobs.LearnedSlots;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.quota.GuildId;
import java.time.Instant;
import java.util.OptionalInt;
import org.jdbi.v3.core.Jdbi;

/** A row for each account that has its own number. */
final class JdbiLearnedSlots implements LearnedSlots {
    private final Jdbi jdbi;

    JdbiLearnedSlots(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public OptionalInt of(ProviderAccount account, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT slots FROM learned_slots
                        WHERE provider = :provider AND key_id = :key AND learned_at >= :since
                        """)
                .bind("provider", account.provider())
                .bind("key", JobRow.key(account))
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
    }

    @Override
    public void learn(ProviderAccount account, int slots, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO learned_slots (provider, key_id, guild_id, slots, learned_at)
                        VALUES (:provider, :key, :guild, :slots, :now)
                        ON CONFLICT (provider, key_id) DO UPDATE SET slots = excluded.slots,
                            learned_at = excluded.learned_at
                        """)
                .bind("provider", account.provider())
                .bind("key", JobRow.key(account))
                .bind("guild", guild(account).value())
                .bind("slots", slots)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    private static GuildId guild(ProviderAccount account) {
        return switch (account) {
            case ProviderAccount.Operators _ -> GuildId.OUTSIDE;
            case ProviderAccount.Guilds guilds -> guilds.guild();
        };
    }

    @Override
    public void forget(Instant before) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM learned_slots WHERE learned_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
