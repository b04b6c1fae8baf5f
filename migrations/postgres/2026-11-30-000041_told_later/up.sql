-- A device may say later what it told the volunteer, and the passage stands elsewhere then, or counts no more: the number by
-- which the other doors hear of it.
ALTER TABLE scan ADD COLUMN told_written BIGINT;
CREATE INDEX scan_told_later ON scan (told_written) WHERE told_written IS NOT NULL;
CREATE FUNCTION scan_told_later() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.told_written := txid_current();
    RETURN NEW;
END
$$;
CREATE TRIGGER scan_told_later BEFORE UPDATE OF told ON scan FOR EACH ROW
WHEN (OLD.told IS DISTINCT FROM NEW.told) EXECUTE FUNCTION scan_told_later();

-- And when it happened, as is known then and as was thought before.
CREATE FUNCTION fact_of_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO fact (forum_id, at, kind, scan_id, body) VALUES (NEW.forum_id, clock_timestamp() AT TIME ZONE 'utc',
        'placed', NEW.id, json_build_object('happened_at', journal_time(NEW.happened_at), 'was', journal_time(OLD.happened_at)));
    RETURN NULL;
END
$$;
CREATE TRIGGER fact_of_scan_placed AFTER UPDATE OF told ON scan FOR EACH ROW
WHEN (OLD.told IS DISTINCT FROM NEW.told AND OLD.happened_at <> NEW.happened_at) EXECUTE FUNCTION fact_of_placed();
