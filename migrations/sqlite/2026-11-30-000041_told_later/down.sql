DROP TRIGGER fact_of_placed;
DROP TRIGGER scan_told_later;
DROP INDEX scan_told_later;
ALTER TABLE scan DROP COLUMN told_written;
