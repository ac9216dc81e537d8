-- What a song counts as beside its seconds, as SQLite's step of this number explains it.
ALTER TABLE reservation ADD COLUMN micro_usd BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reservation ADD COLUMN lost_micro_usd BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reservation ADD COLUMN payer TEXT NOT NULL DEFAULT 'INSTANCE' CHECK (payer IN ('INSTANCE', 'GUILD'));
ALTER TABLE reservation ADD COLUMN roles TEXT NOT NULL DEFAULT '';
ALTER TABLE reservation ADD COLUMN forgiven INTEGER NOT NULL DEFAULT 0;

CREATE INDEX reservation_of_guild ON reservation (guild_id, day);
CREATE INDEX reservation_of_all ON reservation (day, payer, state, forgiven, seconds, micro_usd);

-- What admins have set: for EVERYONE, for each with a ROLE, for one MEMBER, and for the GUILD as a whole. What does not apply
-- of the two ids is 0. Without an amount there is no limit.
CREATE TABLE quota_rule (
    guild_id   BIGINT NOT NULL,
    holder     TEXT   NOT NULL CHECK (holder IN ('EVERYONE', 'ROLE', 'MEMBER', 'GUILD')),
    role_id    BIGINT NOT NULL,
    user_id    BIGINT NOT NULL,
    limit_name TEXT   NOT NULL,
    amount     BIGINT CHECK (amount >= 0),
    PRIMARY KEY (guild_id, holder, role_id, user_id, limit_name)
);

CREATE INDEX quota_rule_of_user ON quota_rule (user_id) WHERE user_id <> 0;

-- What admins gave members on top.
CREATE TABLE quota_grant (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    guild_id   BIGINT NOT NULL,
    user_id    BIGINT NOT NULL,
    measure    TEXT   NOT NULL CHECK (measure IN ('SONGS', 'SECONDS', 'USD')),
    amount     BIGINT NOT NULL CHECK (amount > 0),
    granted_by BIGINT NOT NULL,
    granted_at BIGINT NOT NULL
);

CREATE INDEX quota_grant_of_member ON quota_grant (guild_id, user_id, granted_at);
CREATE INDEX quota_grant_of_user ON quota_grant (user_id);

-- Members who get no songs.
CREATE TABLE blocked_member (
    guild_id   BIGINT NOT NULL,
    user_id    BIGINT NOT NULL,
    blocked_by BIGINT NOT NULL,
    blocked_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id, user_id)
);

CREATE INDEX blocked_member_of_user ON blocked_member (user_id);

-- Ceilings in money that are nearly reached, once for each amount and period, which "since" begins.
CREATE TABLE budget_warning (
    pot        TEXT    NOT NULL CHECK (pot IN ('GUILD', 'INSTANCE')),
    guild_id   BIGINT  NOT NULL,
    limit_name TEXT    NOT NULL,
    amount     BIGINT  NOT NULL,
    since      TEXT    COLLATE "C" NOT NULL,
    told       INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (pot, guild_id, limit_name, amount, since)
);
