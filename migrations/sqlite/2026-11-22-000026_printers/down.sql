CREATE TABLE act_new (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('walk_in', 'undo', 'badge_lost', 'note')),
    device_id BIGINT NOT NULL REFERENCES device (id),
    checkpoint_id BIGINT REFERENCES checkpoint (id),
    registration_id BIGINT REFERENCES registration (id),
    -- What is undone.
    scan_id TEXT,
    -- The reason for undoing, or the note.
    words TEXT,
    done_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    -- Who of the desk has put the note away, and when.
    looked_at TIMESTAMP,
    account_id BIGINT REFERENCES account (id),
    PRIMARY KEY (forum_id, id),
    FOREIGN KEY (forum_id, scan_id) REFERENCES scan (forum_id, id)
);
INSERT INTO act_new (forum_id, id, kind, device_id, checkpoint_id, registration_id, scan_id, words, done_at, received_at, looked_at, account_id)
    SELECT forum_id, id, kind, device_id, checkpoint_id, registration_id, scan_id, words, done_at, received_at, looked_at, account_id FROM act WHERE kind <> 'print';
DROP TABLE act;
ALTER TABLE act_new RENAME TO act;
CREATE INDEX act_by_registration ON act (registration_id, done_at);
CREATE INDEX act_by_scan ON act (forum_id, scan_id);
CREATE INDEX act_by_received ON act (received_at) WHERE kind = 'undo';
CREATE INDEX act_open_notes ON act (forum_id, done_at) WHERE kind = 'note' AND looked_at IS NULL;

CREATE TABLE badge_print_new (
    badge_id BIGINT NOT NULL REFERENCES badge (id),
    print_job_id BIGINT NOT NULL REFERENCES print_job (id),
    PRIMARY KEY (badge_id, print_job_id)
) WITHOUT ROWID;
INSERT INTO badge_print_new (badge_id, print_job_id)
    SELECT badge_id, print_job_id FROM badge_print WHERE print_job_id IS NOT NULL;
DROP TABLE badge_print;
ALTER TABLE badge_print_new RENAME TO badge_print;
CREATE INDEX badge_print_by_job ON badge_print (print_job_id);
DROP TABLE print_order;
ALTER TABLE device DROP COLUMN printer_id;
DROP TABLE printer;
