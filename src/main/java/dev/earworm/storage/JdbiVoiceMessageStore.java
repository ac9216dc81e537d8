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

    JdbiVoiceMessageStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(JobId song, PostedAt at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO voice_message (message_id, channel_id, song_id)
                        SELECT :message, :channel, id FROM job WHERE id = :song AND user_id <> 0
                        ON CONFLICT (message_id) DO NOTHING
                        """)
                .bind("message", at.message().value())
                .bind("channel", at.channel().value())
                .bind("song", song.value())
                .execute());
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
