ALTER TABLE site DROP COLUMN days_told;
ALTER TABLE site DROP COLUMN moved_after;
ALTER TABLE site DROP COLUMN moved_at;
DROP TABLE wording;
