DROP TRIGGER scan_counted;
DROP TRIGGER scan_written;
CREATE TRIGGER scan_written AFTER INSERT ON scan BEGIN
    UPDATE door_write SET number = number + 1;
    UPDATE scan SET written = (SELECT number FROM door_write) WHERE rowid = NEW.rowid;
END;
DROP TRIGGER presence_counted;
DROP TRIGGER presence_begun;
CREATE TRIGGER presence_begun AFTER INSERT ON presence BEGIN
    UPDATE door_write SET number = number + 1;
    UPDATE presence SET written = (SELECT number FROM door_write) WHERE rowid = NEW.rowid;
END;
