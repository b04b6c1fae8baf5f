CREATE TABLE badge (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    code TEXT NOT NULL CHECK (length(code) = 26),
    issued_at TIMESTAMP NOT NULL,
    revoked_at TIMESTAMP,
    UNIQUE (forum_id, code)
);
CREATE UNIQUE INDEX badge_current ON badge (registration_id) WHERE revoked_at IS NULL;
CREATE INDEX badge_by_registration ON badge (registration_id);

CREATE TABLE device (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    name TEXT NOT NULL,
    pairing_hash TEXT UNIQUE,
    pairing_until TIMESTAMP,
    cookie_hash TEXT UNIQUE,
    bearer_hash TEXT UNIQUE,
    valid_until TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL,
    paired_at TIMESTAMP,
    last_seen_at TIMESTAMP,
    revoked_at TIMESTAMP
);
CREATE INDEX device_by_forum ON device (forum_id, id);

CREATE TABLE device_checkpoint (
    device_id BIGINT NOT NULL REFERENCES device (id),
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id),
    PRIMARY KEY (device_id, checkpoint_id)
);

-- One reading of one badge at one checkpoint. Append-only; its id is chosen by the device, so a retry adds nothing.
CREATE TABLE scan (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    id TEXT NOT NULL,
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id),
    device_id BIGINT NOT NULL REFERENCES device (id),
    registration_id BIGINT REFERENCES registration (id),
    badge_id BIGINT REFERENCES badge (id),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    scanned_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    -- When it counts as having happened: for a scan that was answered at the door the moment of the answer, since
    -- the clocks of two phones differ; for one heard of later the time it was taken.
    happened_at TIMESTAMP NOT NULL,
    -- What the device said by itself while it could not ask.
    told TEXT,
    verdict TEXT NOT NULL CHECK (verdict IN ('admitted', 'already_in', 'left', 'revoked', 'not_confirmed',
        'wrong_day', 'wrong_place', 'wrong_category', 'full', 'unknown')),
    first_scan_id TEXT,
    PRIMARY KEY (forum_id, id)
);
CREATE INDEX scan_by_registration ON scan (registration_id, happened_at);
CREATE INDEX scan_by_checkpoint ON scan (checkpoint_id, scanned_at);
CREATE INDEX scan_by_received ON scan (received_at);

-- What the hall's count is read from; it can be computed again from the scans alone.
CREATE TABLE presence (
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id),
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    first_scan_id TEXT NOT NULL,
    first_at TIMESTAMP NOT NULL,
    inside BOOLEAN NOT NULL,
    PRIMARY KEY (checkpoint_id, registration_id)
);
CREATE INDEX presence_by_registration ON presence (registration_id);
CREATE INDEX presence_inside ON presence (checkpoint_id, inside, registration_id);

-- What a door did while it could not ask, and would not have done had it known: for a person to look at.
CREATE TABLE conflict (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id),
    registration_id BIGINT REFERENCES registration (id),
    scan_id TEXT NOT NULL,
    earlier_scan_id TEXT,
    found_at TIMESTAMP NOT NULL,
    looked_at TIMESTAMP,
    account_id BIGINT REFERENCES account (id),
    FOREIGN KEY (forum_id, scan_id) REFERENCES scan (forum_id, id),
    FOREIGN KEY (forum_id, earlier_scan_id) REFERENCES scan (forum_id, id),
    UNIQUE (forum_id, scan_id)
);
CREATE INDEX conflict_open ON conflict (forum_id, found_at) WHERE looked_at IS NULL;
