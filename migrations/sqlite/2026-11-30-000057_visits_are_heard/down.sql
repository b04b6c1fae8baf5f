DROP TRIGGER presence_written;
CREATE TRIGGER presence_written AFTER UPDATE OF first_scan_id, first_at, inside ON presence
WHEN OLD.inside <> NEW.inside OR OLD.first_scan_id IS NOT NEW.first_scan_id OR OLD.first_at IS NOT NEW.first_at BEGIN
    UPDATE door_write SET number = number + 1;
    UPDATE presence SET written = (SELECT number FROM door_write) WHERE rowid = NEW.rowid;
END;
