package dev.earworm.discord.delivery;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.LoggedSongs;
import dev.earworm.settings.SettingsStore;

/**
 * Tells the admins of a guild what became of each song, in their log channel and once: best effort, as all lines there. A
 * crash at the wrong moment costs a line and never repeats one.
 */
public final class GuildSongLog implements JobListener {
    private final LoggedSongs logged;
    private final SettingsStore settings;
    private final GuildLog log;
    private final SongLines lines;

    public GuildSongLog(LoggedSongs logged, SettingsStore settings, GuildLog log, SongLines lines) {
        this.logged = logged;
        this.settings = settings;
        this.log = log;
        this.lines = lines;
    }

    /** Once its member knows: until then it may be tried again, and where it is may change. */
    @Override
    public void changed(Job job) {
        boolean isOver = job.state().isEnded() && job.told();
        if (isOver && isLoggedThere(job) && logged.add(job.id())) {
            log.post(job.account().guild(), () -> Post.of(lines.of(job)));
        }
    }

    private boolean isLoggedThere(Job job) {
        return settings.of(job.account().guild()).log().isPresent();
    }
}
