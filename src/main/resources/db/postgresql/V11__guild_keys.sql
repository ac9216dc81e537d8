-- A guild's own key for a provider, sealed. One that was replaced or removed stays until no song is being made with it.
CREATE TABLE guild_key (
    id         TEXT    COLLATE "C" PRIMARY KEY,
    guild_id   BIGINT  NOT NULL,
    provider   TEXT    COLLATE "C" NOT NULL,
    sealed     TEXT    NOT NULL,
    user_id    BIGINT  NOT NULL,
    entered_at BIGINT  NOT NULL,
    ended_at   BIGINT
);

CREATE UNIQUE INDEX guild_key_current ON guild_key (guild_id, provider) WHERE ended_at IS NULL;
CREATE INDEX guild_key_of_user ON guild_key (user_id);

-- The key that a song is made with; none is the operator's account.
ALTER TABLE job ADD COLUMN key_id TEXT COLLATE "C" NOT NULL DEFAULT '';

CREATE INDEX job_by_key ON job (key_id, state) WHERE key_id <> '';

CREATE TRIGGER guild_key_tell_change AFTER INSERT OR UPDATE OR DELETE ON guild_key
    FOR EACH ROW EXECUTE FUNCTION tell_change();
