CREATE TABLE message_new (
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
INSERT INTO message_new (id, forum_id, registration_id, kind, recipient, subject, message_id, raw, state, attempts, run_after, leased_until, reply, replied_at, created_at)
    SELECT id, forum_id, registration_id, kind, recipient, subject, message_id, raw,
        CASE state WHEN 'returned' THEN 'failed' ELSE state END, attempts, run_after, leased_until,
        CASE state WHEN 'returned' THEN report ELSE reply END, replied_at, created_at
    FROM message;
DROP TABLE message;
ALTER TABLE message_new RENAME TO message;
CREATE INDEX message_waiting ON message (run_after, id) WHERE state IN ('queued', 'sending');
CREATE INDEX message_by_registration ON message (registration_id, id);
CREATE INDEX message_by_forum ON message (forum_id, id);
CREATE INDEX message_by_forum_state ON message (forum_id, state, id);
