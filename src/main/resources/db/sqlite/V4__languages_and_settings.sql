-- In which language a song's public or private messages are, as a tag of BCP 47.
ALTER TABLE job ADD COLUMN language TEXT NOT NULL DEFAULT 'en';

-- What the admins of a guild have set, as JSON; guilds without a row have the defaults.
CREATE TABLE guild_settings (
    guild_id INTEGER PRIMARY KEY,
    settings TEXT    NOT NULL
) STRICT;
