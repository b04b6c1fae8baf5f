ALTER TABLE registration DROP COLUMN asked_at;
ALTER TABLE registration DROP COLUMN opened_at;
ALTER TABLE forum DROP COLUMN asks_after;
