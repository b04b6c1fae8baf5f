-- A forum's lists on paper, as what took their ticks: one row a forum, which no phone is paired to.
ALTER TABLE device ADD COLUMN is_paper BOOLEAN NOT NULL DEFAULT FALSE;
CREATE UNIQUE INDEX device_paper ON device (forum_id) WHERE is_paper;
-- Who entered a tick of a paper list. A phone's scans have none.
ALTER TABLE scan ADD COLUMN account_id BIGINT REFERENCES account (id);
CREATE INDEX scan_by_hand ON scan (checkpoint_id, received_at) WHERE account_id IS NOT NULL;
