DROP INDEX message_by_recipient;
ALTER TABLE message DROP CONSTRAINT message_returned_check;
UPDATE message SET state = 'failed', reply = report WHERE state = 'returned';
ALTER TABLE message DROP COLUMN report;
ALTER TABLE message DROP COLUMN reported_at;
ALTER TABLE message DROP CONSTRAINT message_state_check;
ALTER TABLE message ADD CONSTRAINT message_state_check
    CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'failed'));
