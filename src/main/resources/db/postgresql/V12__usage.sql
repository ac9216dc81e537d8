-- What was made in a guild is reported by when it was asked for.
CREATE INDEX job_by_time ON job (guild_id, accepted_at, id);
