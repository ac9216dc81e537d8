package dev.earworm.settings;

import dev.earworm.jobs.ChannelId;
import dev.earworm.quota.RoleId;
import java.util.Set;

/**
 * Who may ask a guild's bot for songs, and where.
 *
 * @param channels the only ones to ask in, with their threads; everywhere when empty
 * @param roles one of which a member must have; everyone may ask when empty
 * @param directMessages songs may be sent to members in direct messages: those that they wanted for themselves alone, and
 *     those that could not be posted
 */
public record Access(Set<ChannelId> channels, Set<RoleId> roles, boolean directMessages) {
    /** Everyone, everywhere. */
    public static final Access OPEN = new Access(Set.of(), Set.of(), true);

    public Access {
        channels = Set.copyOf(channels);
        roles = Set.copyOf(roles);
    }

    /** Whether it matters who asks, or where. */
    public boolean hasLimits() {
        return !channels.isEmpty() || !roles.isEmpty();
    }

    public Access withChannels(Set<ChannelId> others) {
        return new Access(others, roles, directMessages);
    }

    public Access withRoles(Set<RoleId> others) {
        return new Access(channels, others, directMessages);
    }

    public Access withDirectMessages(boolean wanted) {
        return new Access(channels, roles, wanted);
    }
}
