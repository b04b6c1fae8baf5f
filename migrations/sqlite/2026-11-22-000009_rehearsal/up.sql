-- A checkpoint tried out before it opens: what is scanned there meanwhile is kept apart and counts nowhere.
CREATE TABLE rehearsal (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id) ON DELETE CASCADE,
    account_id BIGINT NOT NULL REFERENCES account (id),
    started_at TIMESTAMP NOT NULL,
    -- By itself; sooner where the desk ends it.
    ends_at TIMESTAMP NOT NULL,
    CHECK (started_at <= ends_at)
);
CREATE INDEX rehearsal_by_checkpoint ON rehearsal (checkpoint_id, started_at);

-- Nobody's badge, with the verdict it is to get.
CREATE TABLE rehearsal_badge (
    id INTEGER PRIMARY KEY,
    rehearsal_id BIGINT NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
    code TEXT NOT NULL CHECK (length(code) = 26),
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    category TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT,
    UNIQUE (rehearsal_id, code)
);

CREATE TABLE rehearsal_scan (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    id TEXT NOT NULL,
    rehearsal_id BIGINT NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
    device_id BIGINT NOT NULL REFERENCES device (id),
    badge_id BIGINT REFERENCES rehearsal_badge (id) ON DELETE CASCADE,
    -- Whoever tries the door with a badge of their own.
    registration_id BIGINT REFERENCES registration (id),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    scanned_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    told TEXT,
    verdict TEXT NOT NULL,
    reason TEXT,
    first_scan_id TEXT,
    PRIMARY KEY (forum_id, id)
);
CREATE INDEX rehearsal_scan_by_rehearsal ON rehearsal_scan (rehearsal_id, scanned_at);
