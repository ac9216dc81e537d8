package dev.earworm.jobs;

import dev.earworm.music.SongRequest;
import dev.earworm.quota.Account;

/** Who wants which song where. */
public record SongOrder(Account account, Destination destination, SongRequest request) {
    SongOrder with(SongRequest other) {
        return new SongOrder(account, destination, other);
    }
}
