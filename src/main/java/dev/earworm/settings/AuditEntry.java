package dev.earworm.settings;

import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.time.Instant;

/**
 * Something that an admin did, as the guild's admins can read it later.
 *
 * @param actor who did it
 * @param what in a sentence, in the language that the guild had then; never a secret
 */
public record AuditEntry(GuildId guild, UserId actor, Instant at, String what) {}
