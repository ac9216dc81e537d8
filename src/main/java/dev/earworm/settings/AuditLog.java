package dev.earworm.settings;

import dev.earworm.quota.GuildId;
import java.util.List;

/** What the admins of each guild did, durably: nothing in it is ever changed. */
public interface AuditLog {
    void add(AuditEntry entry);

    /**
     * The latest entries, the newest first.
     *
     * @param most how many at most; 1 or more
     */
    List<AuditEntry> latest(GuildId guild, int most);
}
