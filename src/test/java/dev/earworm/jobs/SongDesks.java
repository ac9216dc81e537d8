package dev.earworm.jobs;

import dev.earworm.music.Providers;
import dev.earworm.quota.Allowances;
import dev.earworm.quota.BlockedMembers;
import dev.earworm.quota.Payers;
import dev.earworm.quota.QuotaLedger;
import java.time.InstantSource;
import java.util.List;

/** Puts the core together for tests that do the providers' part themselves. */
public final class SongDesks {
    private SongDesks() {}

    public static SongService service(
            JobStore store,
            QuotaLedger ledger,
            Transactions transactions,
            Allowances allowances,
            BlockedMembers blocked,
            Providers providers,
            SongQueue queue,
            JobListener listener,
            InstantSource clock) {
        return new SongService(
                store,
                new Purse(ledger, allowances, Payers.operator(), providers, transactions),
                blocked,
                providers,
                new ProviderHealth(clock),
                new Fallback(List.of(), providers, new ProviderHealth(clock)),
                queue,
                new SongEnding(store, ledger, transactions, clock),
                Room.ENDLESS,
                listener,
                _ -> {},
                clock);
    }
}
