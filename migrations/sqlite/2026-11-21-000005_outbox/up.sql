-- One e-mail as it was rendered: what was promised is what is sent and shown.
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT REFERENCES forum (id),
    registration_id BIGINT REFERENCES registration (id),
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    raw BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    run_after TIMESTAMP NOT NULL,
    leased_until TIMESTAMP,
    -- The mail server's own words, and when it said them.
    reply TEXT,
    replied_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX message_waiting ON message (run_after, id) WHERE state IN ('queued', 'sending');
CREATE INDEX message_by_registration ON message (registration_id, id);
CREATE INDEX message_by_forum ON message (forum_id, id);
CREATE INDEX message_by_forum_state ON message (forum_id, state, id);
