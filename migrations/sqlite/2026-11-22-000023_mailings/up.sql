-- One mail to many people of a forum.
CREATE TABLE mailing (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    -- The form it was written in: a double click sends the same one twice.
    form_id TEXT NOT NULL UNIQUE,
    about TEXT NOT NULL CHECK (about IN ('news', 'registration')),
    shows_page BOOLEAN NOT NULL,
    -- Whom it is for, as the address of the list says it.
    whom TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'sending', 'stopped', 'done')),
    -- How many it was for when it was sent.
    people BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    started_at TIMESTAMP,
    finished_at TIMESTAMP,
    CHECK ((state = 'draft') = (started_at IS NULL)),
    CHECK ((state = 'done') = (finished_at IS NOT NULL))
);
CREATE INDEX mailing_by_forum ON mailing (forum_id, id);
CREATE INDEX mailing_sending ON mailing (id) WHERE state = 'sending';

CREATE TABLE mailing_text (
    mailing_id BIGINT NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    -- The first is for those in whose language nothing was written.
    place INTEGER NOT NULL,
    subject TEXT NOT NULL CHECK (subject <> ''),
    body TEXT NOT NULL CHECK (body <> ''),
    PRIMARY KEY (mailing_id, language)
);

-- The list as it was when the mailing was sent, each person once.
CREATE TABLE mailing_recipient (
    mailing_id BIGINT NOT NULL REFERENCES mailing (id),
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'written', 'left_out')),
    PRIMARY KEY (mailing_id, registration_id)
);
CREATE INDEX mailing_recipient_by_state ON mailing_recipient (mailing_id, state, registration_id);
CREATE INDEX mailing_recipient_by_registration ON mailing_recipient (registration_id);

-- Addresses that want no news of a forum. Kept by address: whoever withdraws and comes back has still said so.
CREATE TABLE unsubscribed (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    email_folded TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (forum_id, email_folded)
);

ALTER TABLE message ADD COLUMN mailing_id BIGINT REFERENCES mailing (id);
-- Of a mailing that was stopped.
ALTER TABLE message ADD COLUMN held BOOLEAN NOT NULL DEFAULT FALSE;
-- One mail a person, however often and by however many programs it is tried.
CREATE UNIQUE INDEX message_of_mailing ON message (mailing_id, registration_id) WHERE mailing_id IS NOT NULL;
CREATE INDEX message_of_mailing_by_state ON message (mailing_id, state, id) WHERE mailing_id IS NOT NULL;
-- Two queues: what one person waits for goes before what goes to many.
DROP INDEX message_waiting;
CREATE INDEX message_waiting ON message (run_after, id) WHERE state IN ('queued', 'sending') AND mailing_id IS NULL;
CREATE INDEX message_waiting_of_mailings ON message (run_after, id)
    WHERE state IN ('queued', 'sending') AND mailing_id IS NOT NULL AND NOT held;
