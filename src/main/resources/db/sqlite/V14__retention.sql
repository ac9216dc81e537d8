-- Songs that their guild no longer wants to be known: nothing is left of them but what belongs to nobody. Their reservations
-- keep the member until no quota counts them any more.
ALTER TABLE job ADD COLUMN aged INTEGER NOT NULL DEFAULT 0;

CREATE INDEX job_to_age ON job (guild_id, ended_at) WHERE aged = 0;
CREATE INDEX job_aged ON job (id) WHERE aged = 1;
CREATE INDEX audit_by_age ON audit (at);
