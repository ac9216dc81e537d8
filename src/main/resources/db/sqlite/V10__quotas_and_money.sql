-- What a song counts as beside its seconds. Money is in millionths of a US dollar and stays counted whatever becomes of the
-- song: "micro_usd" is all that was, or may have been, spent, and what is set aside; "lost_micro_usd" is the part of it for
-- attempts whose outcome nobody knows. The instance's ceilings count only what the payer INSTANCE pays. "roles" are those
-- that the member had, each followed by a space. Of a song that was forgiven only the money counts.
ALTER TABLE reservation ADD COLUMN micro_usd INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reservation ADD COLUMN lost_micro_usd INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reservation ADD COLUMN payer TEXT NOT NULL DEFAULT 'INSTANCE' CHECK (payer IN ('INSTANCE', 'GUILD'));
ALTER TABLE reservation ADD COLUMN roles TEXT NOT NULL DEFAULT '';
ALTER TABLE reservation ADD COLUMN forgiven INTEGER NOT NULL DEFAULT 0;

-- Songs of persons who were forgotten had lost their reservations; their money was spent all the same.
INSERT INTO reservation (job_id, guild_id, user_id, day, seconds, state)
SELECT id, guild_id, 0, date(accepted_at / 1000, 'unixepoch'), max(1, (length_ms + 999) / 1000),
       CASE WHEN state = 'DELIVERED' THEN 'COMMITTED' ELSE 'RELEASED' END
FROM job
WHERE user_id = 0 AND id NOT IN (SELECT job_id FROM reservation);

-- Songs of before: once for each attempt that was lost, and once for the one that came to something. In doubt it is the
-- higher figure.
UPDATE reservation SET lost_micro_usd = (
    SELECT lost_submits * coalesce(cost_estimated, 0) FROM job WHERE id = reservation.job_id);
UPDATE reservation SET micro_usd = lost_micro_usd + (
    SELECT CASE WHEN job.state IN ('QUEUED', 'SUBMITTING', 'RENDERING', 'RENDERED', 'DELIVERED')
                  OR job.provider_job_id IS NOT NULL OR job.rendered_at IS NOT NULL
                  OR job.refusal IN ('PROVIDER_FAILED', 'TOO_SLOW', 'NOT_AUDIO', 'TOO_LARGE', 'BUG')
                THEN coalesce(job.cost_actual, job.cost_estimated, 0)
                ELSE 0 END
    FROM job WHERE id = reservation.job_id);

CREATE INDEX reservation_of_guild ON reservation (guild_id, day);
CREATE INDEX reservation_of_all ON reservation (day, payer, state, forgiven, seconds, micro_usd);

-- What admins have set: for EVERYONE, for each with a ROLE, for one MEMBER, and for the GUILD as a whole. What does not apply
-- of the two ids is 0. Without an amount there is no limit.
CREATE TABLE quota_rule (
    guild_id   INTEGER NOT NULL,
    holder     TEXT    NOT NULL CHECK (holder IN ('EVERYONE', 'ROLE', 'MEMBER', 'GUILD')),
    role_id    INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    limit_name TEXT    NOT NULL,
    amount     INTEGER CHECK (amount >= 0),
    PRIMARY KEY (guild_id, holder, role_id, user_id, limit_name)
) STRICT;

CREATE INDEX quota_rule_of_user ON quota_rule (user_id) WHERE user_id <> 0;

-- What admins gave members on top.
CREATE TABLE quota_grant (
    id         INTEGER PRIMARY KEY,
    guild_id   INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    measure    TEXT    NOT NULL CHECK (measure IN ('SONGS', 'SECONDS', 'USD')),
    amount     INTEGER NOT NULL CHECK (amount > 0),
    granted_by INTEGER NOT NULL,
    granted_at INTEGER NOT NULL
) STRICT;

CREATE INDEX quota_grant_of_member ON quota_grant (guild_id, user_id, granted_at);
CREATE INDEX quota_grant_of_user ON quota_grant (user_id);

-- Members who get no songs.
CREATE TABLE blocked_member (
    guild_id   INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    blocked_by INTEGER NOT NULL,
    blocked_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id)
) STRICT;

CREATE INDEX blocked_member_of_user ON blocked_member (user_id);

-- Ceilings in money that are nearly reached, once for each amount and period, which "since" begins.
CREATE TABLE budget_warning (
    pot        TEXT    NOT NULL CHECK (pot IN ('GUILD', 'INSTANCE')),
    guild_id   INTEGER NOT NULL,
    limit_name TEXT    NOT NULL,
    amount     INTEGER NOT NULL,
    since      TEXT    NOT NULL,
    told       INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (pot, guild_id, limit_name, amount, since)
) STRICT;
