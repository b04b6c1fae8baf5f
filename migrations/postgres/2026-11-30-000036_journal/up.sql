-- What became so in a forum, noted by the tables themselves, so that no way of changing them can forget it. Scans are
-- none of these: they are read where they stand. A fact waits here until it is sealed.
CREATE TABLE fact (
    id BIGSERIAL PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    at TIMESTAMP NOT NULL,
    kind TEXT NOT NULL,
    -- The scan it is about.
    scan_id TEXT,
    -- What the kind says, as JSON: numbers and codes, nothing that a person wrote.
    body TEXT NOT NULL,
    written BIGINT NOT NULL DEFAULT txid_current()
);

-- Every fact of a forum in order, each line with the hash of the one before.
CREATE TABLE journal (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    n BIGINT NOT NULL,
    -- The scan whose line it is.
    scan_id TEXT,
    line TEXT NOT NULL,
    PRIMARY KEY (forum_id, n)
);
CREATE UNIQUE INDEX journal_by_scan ON journal (forum_id, scan_id) WHERE scan_id IS NOT NULL;

-- How far it has come: of each forum the last line, of all the scans that were seen.
CREATE TABLE journal_head (
    forum_id BIGINT NOT NULL PRIMARY KEY REFERENCES forum (id),
    n BIGINT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TABLE journal_mark (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    mark TEXT
);
INSERT INTO journal_mark (id) VALUES (1);

CREATE FUNCTION journal_time(moment TIMESTAMP) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS $$
    SELECT to_char(moment, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- What was so before there was a journal: a line each.
INSERT INTO fact (forum_id, at, kind, body)
SELECT id, updated_at, 'carried_over', json_build_object('capacity', capacity, 'what', 'forum') FROM forum ORDER BY id;
INSERT INTO fact (forum_id, at, kind, body)
SELECT forum.id, forum.updated_at, 'carried_over', json_build_object('category', category.id, 'quota', quota, 'what', 'category')
FROM category JOIN forum ON forum.id = category.forum_id ORDER BY category.id;
INSERT INTO fact (forum_id, at, kind, body)
SELECT forum.id, forum.updated_at, 'carried_over', json_build_object('checkpoint', checkpoint.id,
    'closes_at', journal_time(checkpoint.closes_at), 'counts_as', kind, 'opens_at', journal_time(checkpoint.opens_at),
    'what', 'checkpoint')
FROM checkpoint JOIN forum ON forum.id = checkpoint.forum_id ORDER BY checkpoint.id;
INSERT INTO fact (forum_id, at, kind, body)
SELECT forum_id, updated_at, 'carried_over', json_build_object('category', category_id, 'country', country, 'person', id,
    'state', state, 'what', 'person')
FROM registration ORDER BY id;
INSERT INTO fact (forum_id, at, kind, scan_id, body)
SELECT scan.forum_id, received_at, 'carried_over', scan.id, json_build_object('checkpoint', scan.checkpoint_id,
    'device', device_id, 'direction', direction, 'happened_at', journal_time(happened_at),
    'person', scan.registration_id, 'seen', looked_at IS NOT NULL, 'taken_at', journal_time(scanned_at), 'told', told,
    'undone', undone_at IS NOT NULL, 'verdict', verdict, 'what', 'scan')
FROM scan LEFT JOIN conflict ON conflict.forum_id = scan.forum_id AND conflict.scan_id = scan.id
ORDER BY received_at, scan.id;

CREATE FUNCTION fact_of_forum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO fact (forum_id, at, kind, body)
    VALUES (NEW.id, NEW.updated_at, 'forum', json_build_object('capacity', NEW.capacity));
    RETURN NULL;
END
$$;
CREATE TRIGGER fact_of_new_forum AFTER INSERT ON forum FOR EACH ROW EXECUTE FUNCTION fact_of_forum();
CREATE TRIGGER fact_of_forum AFTER UPDATE OF capacity ON forum FOR EACH ROW
WHEN (OLD.capacity IS DISTINCT FROM NEW.capacity) EXECUTE FUNCTION fact_of_forum();

CREATE FUNCTION fact_of_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO fact (forum_id, at, kind, body) VALUES (OLD.forum_id, clock_timestamp() AT TIME ZONE 'utc',
            'category_deleted', json_build_object('category', OLD.id));
    ELSE
        INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, clock_timestamp() AT TIME ZONE 'utc',
            'category', json_build_object('category', NEW.id, 'quota', NEW.quota));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER fact_of_new_category AFTER INSERT OR DELETE ON category FOR EACH ROW EXECUTE FUNCTION fact_of_category();
CREATE TRIGGER fact_of_category AFTER UPDATE OF quota ON category FOR EACH ROW
WHEN (OLD.quota IS DISTINCT FROM NEW.quota) EXECUTE FUNCTION fact_of_category();

CREATE FUNCTION fact_of_checkpoint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO fact (forum_id, at, kind, body) VALUES (OLD.forum_id, clock_timestamp() AT TIME ZONE 'utc',
            'checkpoint_deleted', json_build_object('checkpoint', OLD.id));
    ELSE
        INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, clock_timestamp() AT TIME ZONE 'utc',
            'checkpoint', json_build_object('checkpoint', NEW.id, 'closes_at', journal_time(NEW.closes_at),
                'counts_as', NEW.kind, 'opens_at', journal_time(NEW.opens_at)));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER fact_of_new_checkpoint AFTER INSERT OR DELETE ON checkpoint FOR EACH ROW EXECUTE FUNCTION fact_of_checkpoint();
CREATE TRIGGER fact_of_checkpoint AFTER UPDATE OF opens_at, closes_at, kind ON checkpoint FOR EACH ROW
WHEN ((OLD.opens_at, OLD.closes_at, OLD.kind) IS DISTINCT FROM (NEW.opens_at, NEW.closes_at, NEW.kind))
EXECUTE FUNCTION fact_of_checkpoint();

CREATE FUNCTION fact_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, NEW.updated_at, 'person',
        json_build_object('category', NEW.category_id, 'country', NEW.country, 'person', NEW.id, 'state', NEW.state));
    RETURN NULL;
END
$$;
CREATE TRIGGER fact_of_new_person AFTER INSERT ON registration FOR EACH ROW EXECUTE FUNCTION fact_of_person();
CREATE TRIGGER fact_of_person AFTER UPDATE OF category_id, country, state ON registration FOR EACH ROW
WHEN ((OLD.category_id, OLD.country, OLD.state) IS DISTINCT FROM (NEW.category_id, NEW.country, NEW.state))
EXECUTE FUNCTION fact_of_person();

CREATE FUNCTION fact_of_scan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.told IS DISTINCT FROM NEW.told THEN
        INSERT INTO fact (forum_id, at, kind, scan_id, body) VALUES (NEW.forum_id, clock_timestamp() AT TIME ZONE 'utc',
            'told', NEW.id, json_build_object('told', NEW.told));
    END IF;
    IF OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL THEN
        INSERT INTO fact (forum_id, at, kind, scan_id, body) VALUES (NEW.forum_id, NEW.undone_at, 'undone', NEW.id, '{}');
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER fact_of_scan AFTER UPDATE OF told, undone_at ON scan FOR EACH ROW EXECUTE FUNCTION fact_of_scan();

CREATE FUNCTION fact_of_seen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO fact (forum_id, at, kind, scan_id, body) VALUES (NEW.forum_id, NEW.looked_at, 'seen', NEW.scan_id, '{}');
    RETURN NULL;
END
$$;
CREATE TRIGGER fact_of_seen AFTER UPDATE OF looked_at ON conflict FOR EACH ROW
WHEN (OLD.looked_at IS NULL AND NEW.looked_at IS NOT NULL) EXECUTE FUNCTION fact_of_seen();
