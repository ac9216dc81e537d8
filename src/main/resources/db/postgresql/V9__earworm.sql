-- Everything that SQLite has after its ninth step; from here on both take the same steps under the same numbers. Columns
-- mean what they mean there: instants are milliseconds since 1970, identifiers of Discord signed 64-bit, truths 0 and 1,
-- money millionths of a US dollar. Texts that are sorted or compared are by their bytes, as in SQLite.

-- One row a song, from acceptance on.
CREATE TABLE job (
    id                  TEXT    COLLATE "C" PRIMARY KEY,
    guild_id            BIGINT  NOT NULL,
    user_id             BIGINT  NOT NULL,
    channel_id          BIGINT  NOT NULL,
    visibility          TEXT    NOT NULL,
    interaction_token   TEXT,
    interaction_expires BIGINT,
    upload_limit        BIGINT  NOT NULL,
    provider            TEXT    COLLATE "C" NOT NULL,
    model               TEXT    COLLATE "C" NOT NULL,
    prompt              TEXT    NOT NULL,
    length_ms           BIGINT  NOT NULL,
    instrumental        INTEGER NOT NULL,
    lyrics              TEXT,
    format              TEXT    NOT NULL,
    seed                BIGINT,
    reference           TEXT,
    accepted_at         BIGINT  NOT NULL,
    state               TEXT    NOT NULL,
    due_at              BIGINT  NOT NULL,
    postponed           INTEGER NOT NULL DEFAULT 0,
    lost_submits        INTEGER NOT NULL DEFAULT 0,
    submit_open         INTEGER NOT NULL DEFAULT 0,
    promoted_at         BIGINT,
    first_submit_at     BIGINT,
    submitted_at        BIGINT,
    rendered_at         BIGINT,
    ended_at            BIGINT,
    provider_job_id     TEXT,
    title               TEXT,
    status_message_id   BIGINT,
    track_message_id    BIGINT,
    refusal             TEXT,
    suggestion          TEXT,
    told                INTEGER NOT NULL DEFAULT 0,
    plan                TEXT,
    suggested_plan      TEXT,
    details             TEXT,
    cost_estimated      BIGINT,
    cost_actual         BIGINT,
    tried               TEXT    NOT NULL DEFAULT '',
    language            TEXT    NOT NULL DEFAULT 'en',
    track_channel_id    BIGINT,
    kept_until          BIGINT,
    given_title         TEXT,
    favourite           INTEGER NOT NULL DEFAULT 0,
    hidden              INTEGER NOT NULL DEFAULT 0,
    search_text         TEXT,
    stems_of            TEXT    COLLATE "C",
    stem_set            TEXT    CHECK (stem_set IN ('TWO', 'SIX')),
    venue               TEXT    NOT NULL DEFAULT 'GUILD'
);

CREATE INDEX job_by_turn ON job (provider, state, due_at);
CREATE INDEX job_by_promotion ON job (provider, promoted_at);
CREATE INDEX job_by_guild ON job (guild_id, state);
CREATE INDEX job_by_model ON job (provider, model, rendered_at) WHERE rendered_at IS NOT NULL;
CREATE INDEX job_untold ON job (accepted_at) WHERE told = 0;
CREATE INDEX job_by_provider_job ON job (provider, provider_job_id) WHERE provider_job_id IS NOT NULL;
CREATE INDEX job_kept ON job (kept_until) WHERE kept_until IS NOT NULL;
CREATE INDEX job_of_member ON job (guild_id, user_id, id) WHERE state = 'DELIVERED' AND hidden = 0;
CREATE INDEX job_favourite ON job (guild_id, user_id, id) WHERE state = 'DELIVERED' AND hidden = 0 AND favourite = 1;
CREATE INDEX job_public ON job (guild_id, id) WHERE state = 'DELIVERED' AND hidden = 0 AND visibility = 'PUBLIC';
CREATE INDEX job_not_searchable ON job (id) WHERE state = 'DELIVERED' AND search_text IS NULL;
CREATE INDEX job_of_user ON job (user_id);
CREATE INDEX job_by_separated_song ON job (stems_of) WHERE stems_of IS NOT NULL;

-- Each song's claim on its member's quota.
CREATE TABLE reservation (
    job_id   TEXT    COLLATE "C" PRIMARY KEY REFERENCES job (id) DEFERRABLE INITIALLY DEFERRED,
    guild_id BIGINT  NOT NULL,
    user_id  BIGINT  NOT NULL,
    day      TEXT    COLLATE "C" NOT NULL,
    seconds  INTEGER NOT NULL CHECK (seconds > 0),
    state    TEXT    NOT NULL CHECK (state IN ('RESERVED', 'COMMITTED', 'RELEASED'))
);

CREATE INDEX reservation_by_day ON reservation (guild_id, user_id, day);
CREATE INDEX reservation_open ON reservation (guild_id, user_id) WHERE state = 'RESERVED';
CREATE INDEX reservation_of_user ON reservation (user_id);

-- Songs that members work on and have not ordered, under the id that the song will have. Of the two columns for what is
-- in a draft, one is filled: a form that was sent, or a request with its plan.
CREATE TABLE draft (
    song_id    TEXT   COLLATE "C" PRIMARY KEY,
    guild_id   BIGINT NOT NULL,
    user_id    BIGINT NOT NULL,
    form       TEXT,
    request    TEXT,
    changed_at BIGINT NOT NULL,
    CHECK ((form IS NULL) <> (request IS NULL))
);

CREATE INDEX draft_by_age ON draft (changed_at);

-- What the admins of a guild have set, as JSON; guilds without a row have the defaults.
CREATE TABLE guild_settings (
    guild_id BIGINT PRIMARY KEY,
    settings TEXT   NOT NULL
);

-- Further messages of a song, sent again from the library.
CREATE TABLE song_copy (
    message_id BIGINT PRIMARY KEY,
    channel_id BIGINT NOT NULL,
    song_id    TEXT   COLLATE "C" NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    posted_at  BIGINT NOT NULL
);

CREATE INDEX song_copy_by_song ON song_copy (song_id, posted_at);

-- Guilds that were given commands of their own, which are taken back when commands are offered everywhere again.
CREATE TABLE registered_guild (
    guild_id BIGINT PRIMARY KEY
);

-- Songs that were sent as voice messages, too, and where: a song's voice message goes with the song.
CREATE TABLE voice_message (
    message_id BIGINT PRIMARY KEY,
    channel_id BIGINT NOT NULL,
    song_id    TEXT   COLLATE "C" NOT NULL REFERENCES job (id) ON DELETE CASCADE
);

CREATE INDEX voice_message_by_song ON voice_message (song_id);

-- What the admins of a guild did, in a sentence each.
CREATE TABLE audit (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    guild_id BIGINT NOT NULL,
    user_id  BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    what     TEXT   NOT NULL
);

CREATE INDEX audit_by_guild ON audit (guild_id, at);
CREATE INDEX audit_of_user ON audit (user_id);

-- db-scheduler's own table.
CREATE TABLE scheduled_tasks (
    task_name            TEXT                     NOT NULL,
    task_instance        TEXT                     NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMP WITH TIME ZONE NOT NULL,
    picked               BOOLEAN                  NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP WITH TIME ZONE,
    last_failure         TIMESTAMP WITH TIME ZONE,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMP WITH TIME ZONE,
    version              BIGINT                   NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

-- Tells every process of a change, so that none goes on with what it remembers of the row: the table's name and the guild.
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('earworm', TG_TABLE_NAME || ' ' || coalesce(NEW.guild_id, OLD.guild_id));
    RETURN NULL;
END
$$;

CREATE TRIGGER guild_settings_tell_change AFTER INSERT OR UPDATE OR DELETE ON guild_settings
    FOR EACH ROW EXECUTE FUNCTION tell_change();
