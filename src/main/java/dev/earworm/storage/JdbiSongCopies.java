package dev.earworm.storage;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.SongCopies;
import dev.earworm.music.JobId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Copies as rows; a message that is written down twice is one. Of a song that belongs to nobody none is. */
final class JdbiSongCopies implements SongCopies {
    private final Jdbi jdbi;
    private final Turns turns;

    JdbiSongCopies(Jdbi jdbi, Turns turns) {
        this.jdbi = jdbi;
        this.turns = turns;
    }

    @Override
    public void add(JobId song, PostedAt at, Instant now) {
        // So that nobody is forgotten between the look at the song and the row.
        jdbi.useTransaction(handle -> {
            turns.take(handle, Turns.SONGS);
            handle.createUpdate("""
                        INSERT INTO song_copy (message_id, channel_id, song_id, posted_at)
                        SELECT :message, :channel, id, :now FROM job WHERE id = :song AND user_id <> 0
                        ON CONFLICT (message_id) DO NOTHING
                        """)
                    .bind("message", at.message().value())
                    .bind("channel", at.channel().value())
                    .bind("song", song.value())
                    .bind("now", now.toEpochMilli())
                    .execute();
        });
    }

    @Override
    public List<PostedAt> of(JobId song) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT channel_id, message_id FROM song_copy
                        WHERE song_id = :song ORDER BY posted_at DESC, message_id DESC
                        """)
                .bind("song", song.value())
                .map((row, _) -> new PostedAt(
                        new ChannelId(row.getLong("channel_id")), new MessageId(row.getLong("message_id"))))
                .list());
    }
}
