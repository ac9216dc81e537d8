package dev.earworm.storage;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.VoiceMessageStore;
import dev.earworm.music.JobId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Voice messages as rows, which go with their song's. */
final class JdbiVoiceMessageStore implements VoiceMessageStore {
    private final Jdbi jdbi;
    private final Turns turns;

    JdbiVoiceMessageStore(Jdbi jdbi, Turns turns) {
        this.jdbi = jdbi;
        this.turns = turns;
    }

    @Override
    public void add(JobId song, PostedAt at) {
        // So that nobody is forgotten between the look at the song and the row.
        jdbi.useTransaction(handle -> {
            turns.take(handle, Turns.SONGS);
            handle.createUpdate("""
                        INSERT INTO voice_message (message_id, channel_id, song_id)
                        SELECT :message, :channel, id FROM job WHERE id = :song AND user_id <> 0
                        ON CONFLICT (message_id) DO NOTHING
                        """)
                    .bind("message", at.message().value())
                    .bind("channel", at.channel().value())
                    .bind("song", song.value())
                    .execute();
        });
    }

    @Override
    public List<PostedAt> of(JobId song) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT channel_id, message_id FROM voice_message
                        WHERE song_id = :song ORDER BY message_id DESC
                        """)
                .bind("song", song.value())
                .map((row, _) -> new PostedAt(
                        new ChannelId(row.getLong("channel_id")), new MessageId(row.getLong("message_id"))))
                .list());
    }

    @Override
    public void forget(JobId song) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM voice_message WHERE song_id = :song")
                .bind("song", song.value())
                .execute());
    }
}
