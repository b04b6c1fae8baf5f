-- What the doors must hear of is when the visit began that a person is on, and not their first one: databases that were
-- brought up to `order` when it landed still have the latter.
DROP TRIGGER presence_written ON presence;
CREATE TRIGGER presence_written BEFORE UPDATE ON presence FOR EACH ROW
WHEN ((OLD.inside, OLD.since_scan_id, OLD.since_at) IS DISTINCT FROM (NEW.inside, NEW.since_scan_id, NEW.since_at))
EXECUTE FUNCTION presence_written();
