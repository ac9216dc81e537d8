-- Where a finished song was posted. Before, only the message was written; a public song was in the channel that it was
-- asked for in.
ALTER TABLE job ADD COLUMN track_channel_id INTEGER;

UPDATE job SET track_channel_id = channel_id WHERE track_message_id IS NOT NULL AND visibility = 'PUBLIC';

-- Until when the file of a finished song is kept in data/kept: no message has it that could be fetched again.
ALTER TABLE job ADD COLUMN kept_until INTEGER;

CREATE INDEX job_kept ON job (kept_until) WHERE kept_until IS NOT NULL;
