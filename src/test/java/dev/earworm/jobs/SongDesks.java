package dev.earworm.jobs;

import dev.earworm.keys.GuildProviders;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaLimits;
import java.time.InstantSource;
import java.util.List;

/** Puts the core together for tests that do the providers' part themselves. */
public final class SongDesks {
    private SongDesks() {}

    public static SongService service(
            JobStore store,
            QuotaLedger ledger,
            Transactions transactions,
            QuotaLimits limits,
            GuildProviders providers,
            SongQueue queue,
            JobListener listener,
            InstantSource clock) {
        return new SongService(
                store,
                ledger,
                transactions,
                limits,
                providers,
                new ProviderHealth((_, _) -> {}, clock),
                new Fallback(List.of(), providers, new ProviderHealth((_, _) -> {}, clock)),
                queue,
                new SongEnding(store, ledger, transactions, clock),
                listener,
                () -> {},
                clock);
    }
}
