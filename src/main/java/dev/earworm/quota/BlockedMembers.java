package dev.earworm.quota;

import java.util.List;
import java.util.Optional;

/**
 * The members who get no songs, durably. Songs that they have in the works go on. Calls take part in a transaction that is
 * open on this thread.
 */
public interface BlockedMembers {
    /**
     * Blocks a member.
     *
     * @return whether they were not blocked before; else nothing has changed
     */
    boolean block(Block block);

    /**
     * Lets a member have songs again.
     *
     * @return whether they were blocked
     */
    boolean unblock(Account account);

    Optional<Block> of(Account account);

    /** The earliest first. */
    List<Block> in(GuildId guild);
}
