-- A label printer at the door, by the network. One that was removed stays for what it has printed.
CREATE TABLE printer (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    host TEXT NOT NULL CHECK (length(host) BETWEEN 1 AND 253),
    port INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535),
    kind TEXT NOT NULL CHECK (kind IN ('zpl', 'brother')),
    dpi INTEGER NOT NULL CHECK (dpi IN (203, 300)),
    -- Of its labels, in millimetres.
    width INTEGER NOT NULL CHECK (width BETWEEN 50 AND 220),
    height INTEGER NOT NULL CHECK (height BETWEEN 40 AND 420),
    created_at TIMESTAMP NOT NULL,
    -- When it last took a label whole.
    last_ok_at TIMESTAMP,
    -- Why it took none since, as a word of ours.
    last_error TEXT,
    last_error_at TIMESTAMP,
    removed_at TIMESTAMP,
    CHECK (kind <> 'brother' OR (width = 62 AND dpi = 300))
);
CREATE INDEX printer_by_forum ON printer (forum_id, id);

-- Where a door's labels come out; without one, in its browser.
ALTER TABLE device ADD COLUMN printer_id BIGINT REFERENCES printer (id);

-- One label that somebody wanted. What is drawn is the badge that is valid when its turn comes.
CREATE TABLE print_order (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    -- None: a browser drew it.
    printer_id BIGINT REFERENCES printer (id),
    -- None: a test.
    registration_id BIGINT REFERENCES registration (id),
    device_id BIGINT REFERENCES device (id),
    account_id BIGINT REFERENCES account (id),
    ordered_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'dropped')),
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Until then somebody is at it.
    leased_until TIMESTAMP,
    -- Why it did not come out, as a word of ours.
    words TEXT,
    settled_at TIMESTAMP,
    CHECK (printer_id IS NOT NULL OR (registration_id IS NOT NULL AND state = 'sent')),
    CHECK (device_id IS NOT NULL OR account_id IS NOT NULL)
);
CREATE INDEX print_order_waiting ON print_order (printer_id, id) WHERE state = 'waiting';
CREATE INDEX print_order_by_registration ON print_order (registration_id, id);

-- A badge counts as printed by a file or by a label. SQLite changes no key of a table, so it is made anew.
CREATE TABLE badge_print_new (
    id INTEGER PRIMARY KEY,
    badge_id BIGINT NOT NULL REFERENCES badge (id),
    print_job_id BIGINT REFERENCES print_job (id),
    print_order_id BIGINT UNIQUE REFERENCES print_order (id),
    UNIQUE (badge_id, print_job_id),
    CHECK ((print_job_id IS NULL) <> (print_order_id IS NULL))
);
INSERT INTO badge_print_new (badge_id, print_job_id) SELECT badge_id, print_job_id FROM badge_print;
DROP TABLE badge_print;
ALTER TABLE badge_print_new RENAME TO badge_print;
CREATE INDEX badge_print_by_job ON badge_print (print_job_id);

-- A door may print a badge.
CREATE TABLE act_new (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('walk_in', 'undo', 'badge_lost', 'note', 'print')),
    device_id BIGINT NOT NULL REFERENCES device (id),
    checkpoint_id BIGINT REFERENCES checkpoint (id),
    registration_id BIGINT REFERENCES registration (id),
    -- What is undone.
    scan_id TEXT,
    -- The reason for undoing, or the note.
    words TEXT,
    done_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    -- Who of the desk has put the note away, and when.
    looked_at TIMESTAMP,
    account_id BIGINT REFERENCES account (id),
    PRIMARY KEY (forum_id, id),
    FOREIGN KEY (forum_id, scan_id) REFERENCES scan (forum_id, id)
);
INSERT INTO act_new (forum_id, id, kind, device_id, checkpoint_id, registration_id, scan_id, words, done_at, received_at, looked_at, account_id)
    SELECT forum_id, id, kind, device_id, checkpoint_id, registration_id, scan_id, words, done_at, received_at, looked_at, account_id FROM act;
DROP TABLE act;
ALTER TABLE act_new RENAME TO act;
CREATE INDEX act_by_registration ON act (registration_id, done_at);
CREATE INDEX act_by_scan ON act (forum_id, scan_id);
CREATE INDEX act_by_received ON act (received_at) WHERE kind = 'undo';
CREATE INDEX act_open_notes ON act (forum_id, done_at) WHERE kind = 'note' AND looked_at IS NULL;
