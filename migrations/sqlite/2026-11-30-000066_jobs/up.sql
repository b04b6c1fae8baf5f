-- Lists that are brought in are jobs as files of badges are: one table for what takes its time.
ALTER TABLE print_job RENAME TO job;
DROP INDEX print_job_by_forum;
CREATE INDEX job_by_forum ON job (forum_id, id);
-- No list of them here: another kind is to need no new table.
ALTER TABLE job ADD COLUMN kind TEXT NOT NULL DEFAULT 'badges';
-- Of what was sent: sent twice by one press, it is one job.
ALTER TABLE job ADD COLUMN fingerprint TEXT;
-- When its input was whole: nobody takes it up before.
ALTER TABLE job ADD COLUMN sent_at TIMESTAMP;
-- In whose hand it is.
ALTER TABLE job ADD COLUMN worker_id TEXT REFERENCES worker (id);
-- What became of it, or has so far, as JSON.
ALTER TABLE job ADD COLUMN result TEXT;
-- Somebody no longer wanted it.
ALTER TABLE job ADD COLUMN cancelled_at TIMESTAMP;
CREATE UNIQUE INDEX job_once ON job (account_id, fingerprint);
CREATE INDEX job_open ON job (kind, id) WHERE state = 'running';
CREATE INDEX job_in_hand ON job (worker_id) WHERE worker_id IS NOT NULL;
-- Files in the making ended with the program that made them.
UPDATE job SET state = 'failed' WHERE state = 'running';

-- What a job reads and what it makes, in pieces of which each is short to write. Gone when it is over, or after a day.
CREATE TABLE job_piece (
    job_id BIGINT NOT NULL REFERENCES job (id),
    part TEXT NOT NULL CHECK (part IN ('input', 'output')),
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (job_id, part, number)
);
