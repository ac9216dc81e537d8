package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.nio.file.Path;
import java.util.Map;

/** Holds nothing. */
final class NoVault implements SongVault {
    @Override
    public boolean isThere() {
        return false;
    }

    @Override
    public void put(JobId id, Map<String, Path> files) {}

    @Override
    public boolean holds(JobId id) {
        return false;
    }

    @Override
    public boolean fetch(JobId id, Path folder) {
        return false;
    }

    @Override
    public void remove(JobId id) {}

    @Override
    public void sweep() {}
}
