-- Who writes a scan says its number itself, and it is written once. A row that comes without one gets it as before.
DROP TRIGGER scan_written;
CREATE TRIGGER scan_written AFTER INSERT ON scan WHEN NEW.written = 0 BEGIN
    UPDATE door_write SET number = number + 1;
    UPDATE scan SET written = (SELECT number FROM door_write) WHERE rowid = NEW.rowid;
END;
CREATE TRIGGER scan_counted AFTER INSERT ON scan WHEN NEW.written <> 0 BEGIN
    UPDATE door_write SET number = max(number, NEW.written);
END;
DROP TRIGGER presence_begun;
CREATE TRIGGER presence_begun AFTER INSERT ON presence WHEN NEW.written = 0 BEGIN
    UPDATE door_write SET number = number + 1;
    UPDATE presence SET written = (SELECT number FROM door_write) WHERE rowid = NEW.rowid;
END;
CREATE TRIGGER presence_counted AFTER INSERT ON presence WHEN NEW.written <> 0 BEGIN
    UPDATE door_write SET number = max(number, NEW.written);
END;
