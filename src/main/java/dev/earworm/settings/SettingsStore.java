package dev.earworm.settings;

import dev.earworm.quota.GuildId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The settings of each guild, durably. Read at every interaction, so reading must be fast. */
public interface SettingsStore {
    /** As they were set last; the defaults where they never were. */
    GuildSettings of(GuildId guild);

    /** The same, where that is known without waiting for anything. */
    Optional<GuildSettings> remembered(GuildId guild);

    /** Effective at once. */
    void put(GuildId guild, GuildSettings settings);

    /**
     * Changes the settings as they are by now, so that of two changes at once none is lost.
     *
     * @return what holds from now on
     */
    GuildSettings change(GuildId guild, UnaryOperator<GuildSettings> change);

    /** Another process has changed them: whoever reads them next gets what is stored. */
    void invalidate(GuildId guild);

    /** The same for every guild, after news of changes may have been missed. */
    void invalidateAll();
}
