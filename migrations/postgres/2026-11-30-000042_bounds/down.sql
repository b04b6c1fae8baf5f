ALTER TABLE kept_request DROP COLUMN exits;
ALTER TABLE kept_request DROP COLUMN entries;
ALTER TABLE device_checkpoint DROP COLUMN exits;
ALTER TABLE device_checkpoint DROP COLUMN entries;
ALTER TABLE device DROP COLUMN told_turn;
ALTER TABLE device DROP COLUMN direction;
