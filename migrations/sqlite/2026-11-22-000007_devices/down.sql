ALTER TABLE device DROP COLUMN alone_since;
ALTER TABLE device DROP COLUMN camera;
ALTER TABLE device DROP COLUMN version;
ALTER TABLE device DROP COLUMN charging;
ALTER TABLE device DROP COLUMN battery;
ALTER TABLE device DROP COLUMN queue;
ALTER TABLE device DROP COLUMN told_at;
