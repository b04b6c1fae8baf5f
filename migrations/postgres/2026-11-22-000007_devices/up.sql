-- What a door's page last told of itself: one row a device is enough, since only now is of interest.
ALTER TABLE device ADD COLUMN told_at TIMESTAMP;
ALTER TABLE device ADD COLUMN queue INTEGER CHECK (queue >= 0);
ALTER TABLE device ADD COLUMN battery INTEGER CHECK (battery BETWEEN 0 AND 100);
ALTER TABLE device ADD COLUMN charging BOOLEAN;
ALTER TABLE device ADD COLUMN version TEXT;
ALTER TABLE device ADD COLUMN camera TEXT CHECK (camera IN ('works', 'stalled', 'refused', 'none', 'not_ready'));
ALTER TABLE device ADD COLUMN alone_since TIMESTAMP;
