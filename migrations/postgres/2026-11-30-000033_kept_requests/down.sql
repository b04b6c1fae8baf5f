DROP TABLE kept_request;
ALTER TABLE device DROP COLUMN kept;
