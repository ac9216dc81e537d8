-- What the admins of a guild did, in a sentence each.
CREATE TABLE audit (
    id       INTEGER PRIMARY KEY,
    guild_id INTEGER NOT NULL,
    user_id  INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    what     TEXT    NOT NULL
) STRICT;

CREATE INDEX audit_by_guild ON audit (guild_id, at);
CREATE INDEX audit_of_user ON audit (user_id);
