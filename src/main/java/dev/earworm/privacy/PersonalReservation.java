package dev.earworm.privacy;

import dev.earworm.music.JobId;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaDay;

/**
 * What counts, or counted, against a person's quota.
 *
 * @param seconds of music
 * @param state RESERVED, COMMITTED or RELEASED
 */
public record PersonalReservation(JobId song, GuildId guild, QuotaDay day, int seconds, String state) {}
