-- What a door took and the server cannot enter: the scan or act as it came, until the desk enters it or puts it away.
CREATE TABLE kept_request (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    device_id BIGINT NOT NULL REFERENCES device (id),
    -- The id the device chose; of what came without one that can be used, a hash of all of it. So it is kept once.
    sent_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('scan', 'act')),
    -- JSON.
    request TEXT NOT NULL CHECK (length(request) <= 65536),
    why TEXT NOT NULL,
    -- As sent.
    checkpoint TEXT,
    -- By the device's clock; none where it sent no time.
    taken_at TIMESTAMP,
    received_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'entered', 'put_away')),
    settled_at TIMESTAMP,
    -- Who of the desk did; none where the device itself sent it again, mended.
    account_id BIGINT REFERENCES account (id),
    UNIQUE (device_id, kind, sent_id),
    CHECK ((state = 'open') = (settled_at IS NULL))
);
CREATE INDEX kept_request_open ON kept_request (forum_id, received_at) WHERE state = 'open';
CREATE INDEX kept_request_open_of_device ON kept_request (device_id) WHERE state = 'open';

-- How many a device has left at all: only of one that has left some is asked which.
ALTER TABLE device ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept >= 0);
