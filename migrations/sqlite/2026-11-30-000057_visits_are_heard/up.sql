-- What the doors must hear of is when the visit began that a person is on, and not their first one: databases that were
-- brought up to `order` when it landed still have the latter.
DROP TRIGGER presence_written;
CREATE TRIGGER presence_written AFTER UPDATE OF since_scan_id, since_at, inside ON presence
WHEN OLD.inside <> NEW.inside OR OLD.since_scan_id IS NOT NEW.since_scan_id OR OLD.since_at IS NOT NEW.since_at BEGIN
    UPDATE door_write SET number = number + 1;
    UPDATE presence SET written = (SELECT number FROM door_write) WHERE rowid = NEW.rowid;
END;
