package dev.earworm.privacy;

import dev.earworm.music.JobId;
import dev.earworm.music.Usd;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaDay;

/**
 * What counts, or counted, against a person's quota.
 *
 * @param seconds of music
 * @param money that was, or may have been, spent on it
 * @param state RESERVED, COMMITTED or RELEASED
 */
public record PersonalReservation(JobId song, GuildId guild, QuotaDay day, int seconds, Usd money, String state) {}
