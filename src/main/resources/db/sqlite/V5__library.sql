-- Where a finished song was posted. Before, only the message was written; a public song was in the channel that it was
-- asked for in.
ALTER TABLE job ADD COLUMN track_channel_id INTEGER;

UPDATE job SET track_channel_id = channel_id WHERE track_message_id IS NOT NULL AND visibility = 'PUBLIC';

-- Until when the file of a finished song is kept in data/kept: no message has it that could be fetched again.
ALTER TABLE job ADD COLUMN kept_until INTEGER;

CREATE INDEX job_kept ON job (kept_until) WHERE kept_until IS NOT NULL;

-- What its member made of a song in the library: a title instead of the first one, a favourite, out of sight. "search_text"
-- is what the library is searched by: words without accents, in lower case; NULL for songs of before, until it is written.
ALTER TABLE job ADD COLUMN given_title TEXT;
ALTER TABLE job ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN search_text TEXT;

-- Ids sort by time, so they are what pages are counted by.
CREATE INDEX job_of_member ON job (guild_id, user_id, id) WHERE state = 'DELIVERED' AND hidden = 0;
CREATE INDEX job_favourite ON job (guild_id, user_id, id) WHERE state = 'DELIVERED' AND hidden = 0 AND favourite = 1;
CREATE INDEX job_public ON job (guild_id, id) WHERE state = 'DELIVERED' AND hidden = 0 AND visibility = 'PUBLIC';
CREATE INDEX job_not_searchable ON job (id) WHERE state = 'DELIVERED' AND search_text IS NULL;
CREATE INDEX job_of_user ON job (user_id);
CREATE INDEX reservation_of_user ON reservation (user_id);

-- Further messages of a song, sent again from the library.
CREATE TABLE song_copy (
    message_id INTEGER PRIMARY KEY,
    channel_id INTEGER NOT NULL,
    song_id    TEXT    NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    posted_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX song_copy_by_song ON song_copy (song_id, posted_at);
