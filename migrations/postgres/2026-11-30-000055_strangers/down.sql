DROP INDEX message_waiting;
CREATE INDEX message_waiting ON message (run_after, id) WHERE state IN ('queued', 'sending') AND mailing_id IS NULL;
DROP INDEX message_held;
ALTER TABLE message DROP COLUMN held_for;
DROP TABLE stranger_mail;
DROP TABLE form_use;
