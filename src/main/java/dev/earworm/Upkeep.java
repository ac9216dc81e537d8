package dev.earworm;

import dev.earworm.jobs.ProviderSlots;
import dev.earworm.jobs.ShardRange;
import dev.earworm.jobs.SongFiles;
import dev.earworm.ops.Housekeeping.Chore;
import java.util.ArrayList;
import java.util.List;

/** What is to be done at each start and once a day: by every process, or for the whole bot by the one with its first shard. */
final class Upkeep {
    private final ShardRange shards;
    private final DeliveredSongs delivered;
    private final List<Chore> chores = new ArrayList<>();

    Upkeep(ShardRange shards, DeliveredSongs delivered, SongFiles files, ProviderSlots slots) {
        this.shards = shards;
        this.delivered = delivered;
        delivered.ownChores().forEach(this::each);
        delivered.chores().forEach(this::once);
        once(_ -> files.sweepVault());
        once(slots::forgetOld);
    }

    /** By every process. */
    void each(Chore chore) {
        chores.add(chore);
    }

    /** For the whole bot. */
    void once(Chore chore) {
        if (shards.isFirst()) {
            chores.add(chore);
        }
    }

    List<Chore> chores() {
        return chores;
    }

    /** Those that may take long. */
    List<Chore> longChores() {
        return shards.isFirst() ? delivered.longChores() : List.of();
    }
}
