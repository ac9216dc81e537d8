package dev.earworm.jobs;

import dev.earworm.music.SongRequest;
import dev.earworm.quota.Account;
import dev.earworm.quota.Spender;

/**
 * Who wants what where.
 *
 * @param request of the song to be made, or of the finished one that something is made of
 */
public record SongOrder(Spender spender, Destination destination, SongRequest request, Work work) {
    /** An order for a song. */
    public SongOrder(Spender spender, Destination destination, SongRequest request) {
        this(spender, destination, request, new Work.Song());
    }

    /** An order for a song, of a member whose roles Discord does not tell. */
    public SongOrder(Account account, Destination destination, SongRequest request) {
        this(Spender.asLastSeen(account), destination, request);
    }

    /** What to take a finished song apart is; its reference has served. */
    public static SongOrder ofStems(Job song, Work.Stems work, Destination destination) {
        return new SongOrder(
                Spender.asLastSeen(song.account()), destination, song.request().withoutReference(), work);
    }

    /** The same, of a member with these roles. */
    public SongOrder by(Spender other) {
        return new SongOrder(other, destination, request, work);
    }

    public Account account() {
        return spender.account();
    }

    SongOrder with(SongRequest other) {
        return new SongOrder(spender, destination, other, work);
    }
}
