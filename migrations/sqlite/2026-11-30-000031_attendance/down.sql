ALTER TABLE checkpoint DROP COLUMN kind;
DROP INDEX conflict_by_earlier;
DELETE FROM presence WHERE first_scan_id IS NULL;
CREATE TABLE old_presence (
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id),
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    first_scan_id TEXT NOT NULL,
    first_at TIMESTAMP NOT NULL,
    inside BOOLEAN NOT NULL,
    PRIMARY KEY (checkpoint_id, registration_id)
);
INSERT INTO old_presence SELECT checkpoint_id, registration_id, forum_id, first_scan_id, first_at, inside FROM presence;
DROP TABLE presence;
ALTER TABLE old_presence RENAME TO presence;
CREATE INDEX presence_by_registration ON presence (registration_id);
CREATE INDEX presence_inside ON presence (checkpoint_id, inside, registration_id);
DROP INDEX scan_by_way;
ALTER TABLE scan DROP COLUMN counts;
CREATE INDEX scan_by_registration ON scan (registration_id, happened_at);
