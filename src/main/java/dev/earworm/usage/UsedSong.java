package dev.earworm.usage;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.JobState;
import dev.earworm.music.ModelId;
import dev.earworm.music.Usd;
import dev.earworm.quota.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One order of a guild without its words: who asked when and where for how much of what, and what became of it.
 *
 * @param member none if they had themselves forgotten; then there is no channel either
 */
public record UsedSong(
        Instant askedAt,
        Optional<UserId> member,
        Optional<ChannelId> channel,
        ModelId model,
        Duration length,
        JobState state,
        Optional<Usd> estimated,
        Optional<Usd> actual) {}
