-- Songs that members work on and have not ordered, under the id that the song will have. Of the two columns for what is
-- in a draft, one is filled: a form that was sent, or a request with its plan.
CREATE TABLE draft (
    song_id    TEXT    PRIMARY KEY,
    guild_id   INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    form       TEXT,
    request    TEXT,
    changed_at INTEGER NOT NULL,
    CHECK ((form IS NULL) <> (request IS NULL))
) STRICT;

CREATE INDEX draft_by_age ON draft (changed_at);
