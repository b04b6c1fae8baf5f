DROP TABLE complaint;
DROP INDEX message_hanging;
ALTER TABLE message DROP COLUMN hangs_since;
ALTER TABLE message DROP COLUMN hangs_at;
