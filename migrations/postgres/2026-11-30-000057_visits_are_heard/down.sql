DROP TRIGGER presence_written ON presence;
CREATE TRIGGER presence_written BEFORE UPDATE ON presence FOR EACH ROW
WHEN ((OLD.inside, OLD.first_scan_id, OLD.first_at) IS DISTINCT FROM (NEW.inside, NEW.first_scan_id, NEW.first_at))
EXECUTE FUNCTION presence_written();
