-- Guilds that were given commands of their own, which are taken back when commands are offered everywhere again.
CREATE TABLE registered_guild (
    guild_id INTEGER PRIMARY KEY
) STRICT;

-- The kind of place that a song was asked for in: GUILD, DIRECT_MESSAGES or ELSEWHERE. For the latter two guild_id is 0.
ALTER TABLE job ADD COLUMN venue TEXT NOT NULL DEFAULT 'GUILD';
