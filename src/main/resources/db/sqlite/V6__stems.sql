-- An order may be for the stems of a finished song instead of for a song; then both columns are filled.
ALTER TABLE job ADD COLUMN stems_of TEXT;
ALTER TABLE job ADD COLUMN stem_set TEXT CHECK (stem_set IN ('TWO', 'SIX'));

CREATE INDEX job_by_separated_song ON job (stems_of) WHERE stems_of IS NOT NULL;
