-- A mail that was taken and then came back is no longer delivered. What came back stands beside the server's own
-- answer, which names the mail in the server's log.
ALTER TABLE message DROP CONSTRAINT message_state_check;
ALTER TABLE message ADD CONSTRAINT message_state_check
    CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'failed', 'returned'));
ALTER TABLE message ADD COLUMN report TEXT;
ALTER TABLE message ADD COLUMN reported_at TIMESTAMP;
ALTER TABLE message ADD CONSTRAINT message_returned_check CHECK (state <> 'returned' OR report IS NOT NULL);
CREATE INDEX message_by_recipient ON message (lower(recipient), id);
