package dev.earworm.jobs;

import dev.earworm.music.SongRequest;
import dev.earworm.quota.Account;

/**
 * Who wants what where.
 *
 * @param request of the song to be made, or of the finished one that something is made of
 */
public record SongOrder(Account account, Destination destination, SongRequest request, Work work) {
    /** An order for a song. */
    public SongOrder(Account account, Destination destination, SongRequest request) {
        this(account, destination, request, new Work.Song());
    }

    /** What to take a finished song apart is; its reference has served. */
    public static SongOrder ofStems(Job song, Work.Stems work, Destination destination) {
        return new SongOrder(song.account(), destination, song.request().withoutReference(), work);
    }

    SongOrder with(SongRequest other) {
        return new SongOrder(account, destination, other, work);
    }
}
