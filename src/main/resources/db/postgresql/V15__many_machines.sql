-- How many songs an account makes at once, as its provider said it in a refusal.
CREATE TABLE learned_slots (
    provider   TEXT    COLLATE "C" NOT NULL,
    key_id     TEXT    COLLATE "C" NOT NULL,
    guild_id   BIGINT  NOT NULL,
    slots      INTEGER NOT NULL CHECK (slots > 0),
    learned_at BIGINT  NOT NULL,
    PRIMARY KEY (provider, key_id)
);

CREATE TRIGGER learned_slots_tell_change AFTER INSERT OR UPDATE OR DELETE ON learned_slots
    FOR EACH ROW EXECUTE FUNCTION tell_change();

-- Audio that is paid for and that no message has yet, so that the machine that it came to may be lost: in parts, by the
-- file's name.
CREATE TABLE song_file (
    shelf   TEXT    COLLATE "C" NOT NULL CHECK (shelf IN ('MAKING', 'KEPT')),
    song_id TEXT    COLLATE "C" NOT NULL,
    name    TEXT    NOT NULL,
    part    INTEGER NOT NULL,
    bytes   BYTEA   NOT NULL,
    PRIMARY KEY (shelf, song_id, name, part)
);

-- It is compressed already.
ALTER TABLE song_file ALTER COLUMN bytes SET STORAGE EXTERNAL;
