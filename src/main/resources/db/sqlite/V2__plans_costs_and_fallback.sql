-- What a song shall be section by section, what it came to, what it costs, and who was asked before. Money is in
-- millionths of a US dollar, NULL where nobody knows. "tried" lists providers, each followed by a space.
ALTER TABLE job ADD COLUMN plan TEXT;
ALTER TABLE job ADD COLUMN suggested_plan TEXT;
ALTER TABLE job ADD COLUMN details TEXT;
ALTER TABLE job ADD COLUMN cost_estimated INTEGER;
ALTER TABLE job ADD COLUMN cost_actual INTEGER;
ALTER TABLE job ADD COLUMN tried TEXT NOT NULL DEFAULT '';

CREATE INDEX job_by_provider_job ON job (provider, provider_job_id) WHERE provider_job_id IS NOT NULL;
