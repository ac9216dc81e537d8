package dev.earworm.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * How the bot behaves in one guild.
 *
 * @param language of what everyone there reads; the guild's own when empty
 * @param voiceCopies a finished song is posted as a voice message, too, which phones can scrub
 */
public record GuildSettings(Optional<Locale> language, boolean voiceCopies) {
    /** Of a guild where nothing was set. */
    public static final GuildSettings DEFAULT = new GuildSettings(Optional.empty(), false);

    public GuildSettings withLanguage(Optional<Locale> other) {
        return new GuildSettings(other, voiceCopies);
    }

    public GuildSettings withVoiceCopies(boolean wanted) {
        return new GuildSettings(language, wanted);
    }
}
