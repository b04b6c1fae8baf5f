-- What became so in a forum, noted by the tables themselves, so that no way of changing them can forget it. Scans are
-- none of these: they are read where they stand. A fact waits here until it is sealed.
CREATE TABLE fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    at TIMESTAMP NOT NULL,
    kind TEXT NOT NULL,
    -- The scan it is about.
    scan_id TEXT,
    -- What the kind says, as JSON: numbers and codes, nothing that a person wrote.
    body TEXT NOT NULL,
    written BIGINT NOT NULL DEFAULT 0
);
CREATE TRIGGER fact_written AFTER INSERT ON fact BEGIN
    UPDATE door_write SET number = number + 1;
    UPDATE fact SET written = (SELECT number FROM door_write) WHERE id = NEW.id;
END;

-- Every fact of a forum in order, each line with the hash of the one before.
CREATE TABLE journal (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    n BIGINT NOT NULL,
    -- The scan whose line it is.
    scan_id TEXT,
    line TEXT NOT NULL,
    PRIMARY KEY (forum_id, n)
) WITHOUT ROWID;
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

-- What was so before there was a journal: a line each.
INSERT INTO fact (forum_id, at, kind, body)
SELECT id, updated_at, 'carried_over', json_object('capacity', capacity, 'what', 'forum') FROM forum ORDER BY id;
INSERT INTO fact (forum_id, at, kind, body)
SELECT forum.id, forum.updated_at, 'carried_over', json_object('category', category.id, 'quota', quota, 'what', 'category')
FROM category JOIN forum ON forum.id = category.forum_id ORDER BY category.id;
INSERT INTO fact (forum_id, at, kind, body)
SELECT forum.id, forum.updated_at, 'carried_over', json_object('checkpoint', checkpoint.id,
    'closes_at', strftime('%Y-%m-%dT%H:%M:%fZ', checkpoint.closes_at), 'counts_as', kind,
    'opens_at', strftime('%Y-%m-%dT%H:%M:%fZ', checkpoint.opens_at), 'what', 'checkpoint')
FROM checkpoint JOIN forum ON forum.id = checkpoint.forum_id ORDER BY checkpoint.id;
INSERT INTO fact (forum_id, at, kind, body)
SELECT forum_id, updated_at, 'carried_over', json_object('category', category_id, 'country', country, 'person', id,
    'state', state, 'what', 'person')
FROM registration ORDER BY id;
INSERT INTO fact (forum_id, at, kind, scan_id, body)
SELECT scan.forum_id, received_at, 'carried_over', scan.id, json_object('checkpoint', scan.checkpoint_id,
    'device', device_id, 'direction', direction, 'happened_at', strftime('%Y-%m-%dT%H:%M:%fZ', happened_at),
    'person', scan.registration_id, 'seen', json(CASE WHEN conflict.looked_at IS NULL THEN 'false' ELSE 'true' END),
    'taken_at', strftime('%Y-%m-%dT%H:%M:%fZ', scanned_at), 'told', told,
    'undone', json(CASE WHEN undone_at IS NULL THEN 'false' ELSE 'true' END), 'verdict', verdict, 'what', 'scan')
FROM scan LEFT JOIN conflict ON conflict.forum_id = scan.forum_id AND conflict.scan_id = scan.id
ORDER BY received_at, scan.id;

CREATE TRIGGER fact_of_new_forum AFTER INSERT ON forum BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.id, NEW.updated_at, 'forum', json_object('capacity', NEW.capacity));
END;
CREATE TRIGGER fact_of_forum AFTER UPDATE OF capacity ON forum WHEN OLD.capacity IS NOT NEW.capacity BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.id, NEW.updated_at, 'forum', json_object('capacity', NEW.capacity));
END;
CREATE TRIGGER fact_of_new_category AFTER INSERT ON category BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'category',
        json_object('category', NEW.id, 'quota', NEW.quota));
END;
CREATE TRIGGER fact_of_category AFTER UPDATE OF quota ON category WHEN OLD.quota IS NOT NEW.quota BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'category',
        json_object('category', NEW.id, 'quota', NEW.quota));
END;
CREATE TRIGGER fact_of_category_deleted AFTER DELETE ON category BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (OLD.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'category_deleted',
        json_object('category', OLD.id));
END;
CREATE TRIGGER fact_of_new_checkpoint AFTER INSERT ON checkpoint BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'checkpoint',
        json_object('checkpoint', NEW.id, 'closes_at', strftime('%Y-%m-%dT%H:%M:%fZ', NEW.closes_at), 'counts_as', NEW.kind,
            'opens_at', strftime('%Y-%m-%dT%H:%M:%fZ', NEW.opens_at)));
END;
CREATE TRIGGER fact_of_checkpoint AFTER UPDATE OF opens_at, closes_at, kind ON checkpoint
WHEN OLD.opens_at IS NOT NEW.opens_at OR OLD.closes_at IS NOT NEW.closes_at OR OLD.kind IS NOT NEW.kind BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'checkpoint',
        json_object('checkpoint', NEW.id, 'closes_at', strftime('%Y-%m-%dT%H:%M:%fZ', NEW.closes_at), 'counts_as', NEW.kind,
            'opens_at', strftime('%Y-%m-%dT%H:%M:%fZ', NEW.opens_at)));
END;
CREATE TRIGGER fact_of_checkpoint_deleted AFTER DELETE ON checkpoint BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (OLD.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'checkpoint_deleted',
        json_object('checkpoint', OLD.id));
END;
CREATE TRIGGER fact_of_new_person AFTER INSERT ON registration BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, NEW.updated_at, 'person',
        json_object('category', NEW.category_id, 'country', NEW.country, 'person', NEW.id, 'state', NEW.state));
END;
CREATE TRIGGER fact_of_person AFTER UPDATE OF category_id, country, state ON registration
WHEN OLD.category_id <> NEW.category_id OR OLD.country <> NEW.country OR OLD.state <> NEW.state BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, NEW.updated_at, 'person',
        json_object('category', NEW.category_id, 'country', NEW.country, 'person', NEW.id, 'state', NEW.state));
END;
CREATE TRIGGER fact_of_told AFTER UPDATE OF told ON scan WHEN OLD.told IS NOT NEW.told BEGIN
    INSERT INTO fact (forum_id, at, kind, scan_id, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'told', NEW.id,
        json_object('told', NEW.told));
END;
CREATE TRIGGER fact_of_undone AFTER UPDATE OF undone_at ON scan WHEN OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL BEGIN
    INSERT INTO fact (forum_id, at, kind, scan_id, body) VALUES (NEW.forum_id, NEW.undone_at, 'undone', NEW.id, '{}');
END;
CREATE TRIGGER fact_of_seen AFTER UPDATE OF looked_at ON conflict WHEN OLD.looked_at IS NULL AND NEW.looked_at IS NOT NULL BEGIN
    INSERT INTO fact (forum_id, at, kind, scan_id, body) VALUES (NEW.forum_id, NEW.looked_at, 'seen', NEW.scan_id, '{}');
END;
