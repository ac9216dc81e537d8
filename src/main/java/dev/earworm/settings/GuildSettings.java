package dev.earworm.settings;

import dev.earworm.jobs.ChannelId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the bot behaves in one guild. It is stored as JSON: what an older version wrote lacks the newer parts, which are then
 * as if they were never set.
 *
 * @param language of what everyone there reads; the guild's own when empty
 * @param voiceCopies a finished song is posted as a voice message, too, which phones can scrub
 * @param access who may ask for songs, and where
 * @param songs what songs may be like
 * @param log the channel in which admins read what happens; nowhere when empty
 * @param retentionDays after so many days a song and everything that is known of it is forgotten; 1 or more; never when
 *     empty
 * @param paused no songs are accepted while this is there
 * @param refused words and patterns (of RE2, matched without regard to case) that no prompt may contain
 */
public record GuildSettings(
        Optional<Locale> language,
        boolean voiceCopies,
        Access access,
        SongRules songs,
        Optional<ChannelId> log,
        Optional<Integer> retentionDays,
        Optional<Pause> paused,
        List<String> refused) {
    /** Of a guild where nothing was set. */
    public static final GuildSettings DEFAULT = new GuildSettings(Optional.empty(), false);

    /**
     * When the guild was paused. By whom, the audit log knows, where whoever it was can be forgotten.
     *
     * @param reason in the admin's words; may be empty
     */
    public record Pause(Instant since, String reason) {}

    public GuildSettings(
            Optional<Locale> language,
            boolean voiceCopies,
            @Nullable Access access,
            @Nullable SongRules songs,
            Optional<ChannelId> log,
            Optional<Integer> retentionDays,
            Optional<Pause> paused,
            @Nullable List<String> refused) {
        this.language = language;
        this.voiceCopies = voiceCopies;
        this.access = Objects.requireNonNullElse(access, Access.OPEN);
        this.songs = Objects.requireNonNullElse(songs, SongRules.NONE);
        this.log = log;
        this.retentionDays = retentionDays;
        this.paused = paused;
        this.refused = refused == null ? List.of() : List.copyOf(refused);
    }

    public GuildSettings(Optional<Locale> language, boolean voiceCopies) {
        this(
                language,
                voiceCopies,
                Access.OPEN,
                SongRules.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public GuildSettings withLanguage(Optional<Locale> other) {
        return new GuildSettings(other, voiceCopies, access, songs, log, retentionDays, paused, refused);
    }

    public GuildSettings withVoiceCopies(boolean wanted) {
        return new GuildSettings(language, wanted, access, songs, log, retentionDays, paused, refused);
    }

    public GuildSettings withAccess(Access other) {
        return new GuildSettings(language, voiceCopies, other, songs, log, retentionDays, paused, refused);
    }

    public GuildSettings withSongs(SongRules other) {
        return new GuildSettings(language, voiceCopies, access, other, log, retentionDays, paused, refused);
    }

    public GuildSettings withLog(Optional<ChannelId> other) {
        return new GuildSettings(language, voiceCopies, access, songs, other, retentionDays, paused, refused);
    }

    public GuildSettings withRetentionDays(Optional<Integer> other) {
        return new GuildSettings(language, voiceCopies, access, songs, log, other, paused, refused);
    }

    public GuildSettings withPaused(Optional<Pause> other) {
        return new GuildSettings(language, voiceCopies, access, songs, log, retentionDays, other, refused);
    }

    public GuildSettings withRefused(List<String> other) {
        return new GuildSettings(language, voiceCopies, access, songs, log, retentionDays, paused, other);
    }
}
