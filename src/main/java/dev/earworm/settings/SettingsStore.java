package dev.earworm.settings;

import dev.earworm.quota.GuildId;

/** The settings of each guild, durably. Read at every interaction, so reading must be fast. */
public interface SettingsStore {
    /** As they were set last; the defaults where they never were. */
    GuildSettings of(GuildId guild);

    /** Effective at once. */
    void put(GuildId guild, GuildSettings settings);
}
