-- Songs that were sent as voice messages, too, and where: a song's voice message goes with the song.
CREATE TABLE voice_message (
    message_id INTEGER PRIMARY KEY,
    channel_id INTEGER NOT NULL,
    song_id    TEXT    NOT NULL REFERENCES job (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX voice_message_by_song ON voice_message (song_id);
