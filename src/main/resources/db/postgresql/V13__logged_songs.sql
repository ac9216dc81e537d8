-- Whether the admins were told in their log channel what became of a song: once, also when it is told again after a restart.
ALTER TABLE job ADD COLUMN logged INTEGER NOT NULL DEFAULT 0;
