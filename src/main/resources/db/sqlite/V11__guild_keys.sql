-- A guild's own key for a provider, sealed. One that was replaced or removed stays until no song is being made with it.
CREATE TABLE guild_key (
    id         TEXT    PRIMARY KEY,
    guild_id   INTEGER NOT NULL,
    provider   TEXT    NOT NULL,
    sealed     TEXT    NOT NULL,
    user_id    INTEGER NOT NULL,
    entered_at INTEGER NOT NULL,
    ended_at   INTEGER
) STRICT;

CREATE UNIQUE INDEX guild_key_current ON guild_key (guild_id, provider) WHERE ended_at IS NULL;
CREATE INDEX guild_key_of_user ON guild_key (user_id);

-- The key that a song is made with; none is the operator's account.
ALTER TABLE job ADD COLUMN key_id TEXT NOT NULL DEFAULT '';

CREATE INDEX job_by_key ON job (key_id, state) WHERE key_id <> '';
