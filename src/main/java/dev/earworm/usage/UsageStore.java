package dev.earworm.usage;

import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.util.Set;
import java.util.function.Consumer;

/** Looks up what was made in a guild. Songs belong to the day on which they were asked for. */
public interface UsageStore {
    UsageReport report(GuildId guild, UsagePeriod period, UsageGrouping grouping);

    /** Who asked for songs and did not have themselves forgotten. */
    Set<UserId> members(GuildId guild, UsagePeriod period);

    /** Hands over each order, the oldest first, one after the other: there may be very many. */
    void songs(GuildId guild, UsagePeriod period, Consumer<UsedSong> reader);
}
