PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'1','songs','SQL','V1__songs.sql',-2116758784,'','2026-11-21 21:36:49.682',35,1);
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
INSERT INTO job VALUES('01m800n9ckbft2gd',{home},{alice},{general},'PUBLIC','IO3fi7pVlWp-4bmaG4dFV6W6-DQWkjxtznEzWH9LFJgM3n1NUz2A1hI2a2YM_WLT',1795297926776,10485760,'staged','band','a calm river',30000,0,NULL,'MP3',601160307,NULL,1795297027476,'DELIVERED',1795297027476,0,0,0,1795297028562,1795297028933,1795297028933,1795297029392,1795297031471,'staged-01m800n9ckbft2gd',NULL,1573814543690235920,1573814560723304466,NULL,NULL,1);
INSERT INTO job VALUES('01m800ndqb9mz4en',{home},{alice},{general},'PRIVATE','tvn0pL1HzO-xphBhKF3iThZ0UHE4TxnO6dhElHY2PgIdGrWCFLxZa0GRrUlknKwU',1795297931848,10485760,'staged','band','a secret waltz',20000,0,NULL,'MP3',7,NULL,1795297031915,'DELIVERED',1795297031915,0,0,0,1795297031979,1795297032131,1795297032131,1795297032183,1795297032888,'staged-01m800ndqb9mz4en',NULL,1573814563034365972,1573814567169949719,NULL,NULL,1);
INSERT INTO job VALUES('01m800nkk3693rkt',{home},{alice},{general},'PUBLIC','CHlSQcTxFuk0jL9u6H8aCrcvAExsBXE3zol-n2M6P-0WNBuz_VB6Gh-vcS9mAMx8',1795297937899,10485760,'staged','band','a river like a famous band''s',30000,0,NULL,'MP3',1564736005,NULL,1795297037923,'FAILED',1795297037923,0,0,0,1795297037942,1795297037994,1795297037994,NULL,1795297038009,NULL,NULL,1573814588309241881,NULL,'CONTENT_REFUSED','a gentle river',1);
INSERT INTO job VALUES('01m800nkqdf06wxr',{home},{alice},{general},'PUBLIC','TPzhpyYA-141q1lncU6E_yspffzzJizb4_Wmh4mU-CLxhzKNmlbuHA-USwmuU4PS',1795297938044,10485760,'staged','band','rain on a tin roof',30000,0,NULL,'MP3',926177380,NULL,1795297038061,'RENDERING',1795297038061,0,0,0,1795297038180,1795297038227,1795297038227,NULL,NULL,'staged-01m800nkqdf06wxr',NULL,1573814588904833052,NULL,NULL,NULL,0);
INSERT INTO job VALUES('01m800nqnnq7vr04',{home},{bob},{general},'PUBLIC','vUdC-8hqRyEX5jjdgTzpJKD2muncscD_i2_anmSnJIlO4T2I091gAIv-ygRyb9eo',1795297942078,10485760,'staged','band','bob''s blues',30000,0,NULL,'MP3',1317670321,NULL,1795297042101,'QUEUED',1795297042101,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1573814605849821216,NULL,NULL,NULL,0);
INSERT INTO job VALUES('01m800nsmqvy7ap0',{home},{bob},{general},'PUBLIC','UcXGTvlkSQMokbkX1CWc_Ii5sJA7Edn4i_7e1M7rB0oM7gwf08z0uj4G-gsShZfH',1795297944098,10485760,'staged','band','never mind',30000,0,NULL,'MP3',1428826303,NULL,1795297044119,'CANCELLED',1795297044119,0,0,0,NULL,NULL,NULL,NULL,1795297046159,NULL,NULL,1573814614326509602,NULL,NULL,NULL,1);
CREATE TABLE reservation (
    job_id   TEXT    PRIMARY KEY REFERENCES job (id) DEFERRABLE INITIALLY DEFERRED,
    guild_id INTEGER NOT NULL,
    user_id  INTEGER NOT NULL,
    day      TEXT    NOT NULL,
    seconds  INTEGER NOT NULL CHECK (seconds > 0),
    state    TEXT    NOT NULL CHECK (state IN ('RESERVED', 'COMMITTED', 'RELEASED'))
) STRICT;
INSERT INTO reservation VALUES('01m800n9ckbft2gd',{home},{alice},'{today}',30,'COMMITTED');
INSERT INTO reservation VALUES('01m800ndqb9mz4en',{home},{alice},'{today}',20,'COMMITTED');
INSERT INTO reservation VALUES('01m800nkk3693rkt',{home},{alice},'{today}',30,'RELEASED');
INSERT INTO reservation VALUES('01m800nkqdf06wxr',{home},{alice},'{today}',30,'RESERVED');
INSERT INTO reservation VALUES('01m800nqnnq7vr04',{home},{bob},'{today}',30,'RESERVED');
INSERT INTO reservation VALUES('01m800nsmqvy7ap0',{home},{bob},'{today}',30,'RELEASED');
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
INSERT INTO scheduled_tasks VALUES('song','01m800nkqdf06wxr',NULL,1795297038181,1,'earworm',NULL,NULL,NULL,1795297038203,2,NULL);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX job_by_turn ON job (provider, state, due_at);
CREATE INDEX job_by_promotion ON job (provider, promoted_at);
CREATE INDEX job_by_guild ON job (guild_id, state);
CREATE INDEX job_by_model ON job (provider, model, rendered_at) WHERE rendered_at IS NOT NULL;
CREATE INDEX job_untold ON job (accepted_at) WHERE told = 0;
CREATE INDEX reservation_by_day ON reservation (guild_id, user_id, day);
CREATE INDEX reservation_open ON reservation (guild_id, user_id) WHERE state = 'RESERVED';
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
COMMIT;
