package dev.earworm.quota;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks for a song.
 *
 * @param roles that the member has in the account's guild; empty where Discord does not tell, as in direct messages: then
 *     those hold that the member had at their latest song there
 */
public record Spender(Account account, Optional<Set<RoleId>> roles) {
    public Spender {
        roles = roles.map(Set::copyOf);
    }

    public static Spender as(Account account, Set<RoleId> roles) {
        return new Spender(account, Optional.of(roles));
    }

    /** With the roles that they had last. */
    public static Spender asLastSeen(Account account) {
        return new Spender(account, Optional.empty());
    }
}
