package dev.earworm.library;

import dev.earworm.jobs.ChannelId;
import dev.earworm.quota.Account;
import java.util.Set;

/**
 * Who looks through songs, and which channels of their guild they can see: what others asked for elsewhere was not said
 * to them.
 */
public record Reader(Account account, Set<ChannelId> sees) {
    public Reader {
        sees = Set.copyOf(sees);
    }
}
