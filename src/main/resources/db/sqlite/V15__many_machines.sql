-- How many songs an account makes at once, as its provider said it in a refusal.
CREATE TABLE learned_slots (
    provider   TEXT    NOT NULL,
    key_id     TEXT    NOT NULL,
    guild_id   INTEGER NOT NULL,
    slots      INTEGER NOT NULL CHECK (slots > 0),
    learned_at INTEGER NOT NULL,
    PRIMARY KEY (provider, key_id)
) STRICT;

-- Audio that is paid for and that no message has yet. Beside a SQLite file it is in a folder, and here is none.
CREATE TABLE song_file (
    shelf   TEXT    NOT NULL CHECK (shelf IN ('MAKING', 'KEPT')),
    song_id TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    part    INTEGER NOT NULL,
    bytes   BLOB    NOT NULL,
    PRIMARY KEY (shelf, song_id, name, part)
) STRICT;
