-- A form of the public pages is good for one registration: which one its number made, or was told of again.
CREATE TABLE form_use (
    form_id TEXT PRIMARY KEY,
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    at TIMESTAMP NOT NULL
);
CREATE INDEX form_use_by_time ON form_use (at);

-- Mails of the last hour that somebody whom nobody here knows has caused, by the mark of the network they came from.
CREATE TABLE stranger_mail (
    id INTEGER PRIMARY KEY,
    network TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX stranger_mail_by_time ON stranger_mail (at);
CREATE INDEX stranger_mail_by_network ON stranger_mail (network, at);

-- Why the desk is to let a message go: too many came from one network, or in all.
ALTER TABLE message ADD COLUMN held_for TEXT CHECK (held_for IN ('network', 'all'));
CREATE INDEX message_held ON message (forum_id, id) WHERE held_for IS NOT NULL;
DROP INDEX message_waiting;
CREATE INDEX message_waiting ON message (run_after, id)
    WHERE state IN ('queued', 'sending') AND mailing_id IS NULL AND NOT held;
