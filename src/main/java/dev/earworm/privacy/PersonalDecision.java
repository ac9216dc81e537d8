package dev.earworm.privacy;

import dev.earworm.quota.GuildId;
import java.time.Instant;
import java.util.Optional;

/**
 * What the admins of a guild decided about a person. It is theirs to lift, so it outlives the person's wish to be forgotten.
 *
 * @param decision BLOCKED, GRANTED or LIMITED
 * @param of what was granted or limited, and how much
 */
public record PersonalDecision(GuildId guild, String decision, Optional<String> of, Optional<Instant> at) {}
