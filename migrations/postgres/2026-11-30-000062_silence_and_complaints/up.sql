-- Where a message waits because its destination's mail server does not answer, and since when that is silent.
ALTER TABLE message ADD COLUMN hangs_at TEXT;
ALTER TABLE message ADD COLUMN hangs_since TIMESTAMP;
CREATE INDEX message_hanging ON message (hangs_at, forum_id) WHERE hangs_at IS NOT NULL;

-- Addresses whose owner called a mail of ours spam: no mailing goes there, of whatever forum.
CREATE TABLE complaint (
    email_folded TEXT NOT NULL PRIMARY KEY,
    at TIMESTAMP NOT NULL
);
