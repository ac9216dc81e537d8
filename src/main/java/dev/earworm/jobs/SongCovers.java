package dev.earworm.jobs;

import dev.earworm.audio.picture.CoverArt;
import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;

/** Which cover a song has: songs with the same prompt and seed share theirs, any others do not. */
public final class SongCovers {
    private SongCovers() {}

    public static CoverArt of(JobId song, SongRequest request) {
        String variant =
                request.seed().isPresent() ? Long.toString(request.seed().getAsLong()) : song.value();
        return CoverArt.of(request.prompt(), variant);
    }
}
