DROP INDEX scan_by_hand;
ALTER TABLE scan DROP COLUMN account_id;
DROP INDEX device_paper;
ALTER TABLE device DROP COLUMN is_paper;
