-- Where a finished song was posted. Before, only the message was written; a public song was in the channel that it was
-- asked for in.
ALTER TABLE job ADD COLUMN track_channel_id INTEGER;

UPDATE job SET track_channel_id = channel_id WHERE track_message_id IS NOT NULL AND visibility = 'PUBLIC';
