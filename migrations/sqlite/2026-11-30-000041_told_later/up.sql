-- A device may say later what it told the volunteer, and the passage stands elsewhere then, or counts no more: the number by
-- which the other doors hear of it.
ALTER TABLE scan ADD COLUMN told_written BIGINT;
CREATE INDEX scan_told_later ON scan (told_written) WHERE told_written IS NOT NULL;
CREATE TRIGGER scan_told_later AFTER UPDATE OF told ON scan WHEN OLD.told IS NOT NEW.told BEGIN
    UPDATE door_write SET number = number + 1;
    UPDATE scan SET told_written = (SELECT number FROM door_write) WHERE rowid = NEW.rowid;
END;

-- And when it happened, as is known then and as was thought before.
CREATE TRIGGER fact_of_placed AFTER UPDATE OF told ON scan
WHEN OLD.told IS NOT NEW.told AND OLD.happened_at <> NEW.happened_at BEGIN
    INSERT INTO fact (forum_id, at, kind, scan_id, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'placed', NEW.id,
        json_object('happened_at', strftime('%Y-%m-%dT%H:%M:%fZ', NEW.happened_at),
            'was', strftime('%Y-%m-%dT%H:%M:%fZ', OLD.happened_at)));
END;
