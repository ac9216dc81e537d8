-- One row a song, from acceptance on. Instants are milliseconds since 1970, identifiers of Discord signed 64-bit.
CREATE TABLE job (
    id                  TEXT    PRIMARY KEY,
    guild_id            INTEGER NOT NULL,
    user_id             INTEGER NOT NULL,
    channel_id          INTEGER NOT NULL,
    visibility          TEXT    NOT NULL,
    interaction_token   TEXT,
    interaction_expires INTEGER,
    upload_limit        INTEGER NOT NULL,
    provider            TEXT    NOT NULL,
    model               TEXT    NOT NULL,
    prompt              TEXT    NOT NULL,
    length_ms           INTEGER NOT NULL,
    instrumental        INTEGER NOT NULL,
    lyrics              TEXT,
    format              TEXT    NOT NULL,
    seed                INTEGER,
    reference           TEXT,
    accepted_at         INTEGER NOT NULL,
    state               TEXT    NOT NULL,
    due_at              INTEGER NOT NULL,
    postponed           INTEGER NOT NULL DEFAULT 0,
    lost_submits        INTEGER NOT NULL DEFAULT 0,
    submit_open         INTEGER NOT NULL DEFAULT 0,
    promoted_at         INTEGER,
    first_submit_at     INTEGER,
    submitted_at        INTEGER,
    rendered_at         INTEGER,
    ended_at            INTEGER,
    provider_job_id     TEXT,
    title               TEXT,
    status_message_id   INTEGER,
    track_message_id    INTEGER,
    refusal             TEXT,
    suggestion          TEXT,
    told                INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX job_by_turn ON job (provider, state, due_at);
CREATE INDEX job_by_promotion ON job (provider, promoted_at);
CREATE INDEX job_by_guild ON job (guild_id, state);
CREATE INDEX job_by_model ON job (provider, model, rendered_at) WHERE rendered_at IS NOT NULL;
CREATE INDEX job_untold ON job (accepted_at) WHERE told = 0;

-- Each song's claim on its member's quota.
CREATE TABLE reservation (
    job_id   TEXT    PRIMARY KEY REFERENCES job (id) DEFERRABLE INITIALLY DEFERRED,
    guild_id INTEGER NOT NULL,
    user_id  INTEGER NOT NULL,
    day      TEXT    NOT NULL,
    seconds  INTEGER NOT NULL CHECK (seconds > 0),
    state    TEXT    NOT NULL CHECK (state IN ('RESERVED', 'COMMITTED', 'RELEASED'))
) STRICT;

CREATE INDEX reservation_by_day ON reservation (guild_id, user_id, day);
CREATE INDEX reservation_open ON reservation (guild_id, user_id) WHERE state = 'RESERVED';

-- db-scheduler's own table.
CREATE TABLE scheduled_tasks (
    task_name            TEXT      NOT NULL,
    task_instance        TEXT      NOT NULL,
    task_data            BLOB,
    execution_time       TIMESTAMP NOT NULL,
    picked               BOOLEAN   NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP,
    last_failure         TIMESTAMP,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMP,
    version              INTEGER   NOT NULL,
    priority             INTEGER,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
