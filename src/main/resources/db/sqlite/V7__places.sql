-- Guilds that were given commands of their own, which are taken back when commands are offered everywhere again.
CREATE TABLE registered_guild (
    guild_id INTEGER PRIMARY KEY
) STRICT;
