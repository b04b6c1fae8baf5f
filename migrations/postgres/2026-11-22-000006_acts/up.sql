-- What a door does beside scanning. Append-only; its id is chosen by the device, so a retry adds nothing.
CREATE TABLE act (
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
CREATE INDEX act_by_registration ON act (registration_id, done_at);
CREATE INDEX act_by_scan ON act (forum_id, scan_id);
CREATE INDEX act_by_received ON act (received_at) WHERE kind = 'undo';
CREATE INDEX act_open_notes ON act (forum_id, done_at) WHERE kind = 'note' AND looked_at IS NULL;

-- A scan that was undone counts no more; who undid it, when and why stands in act.
ALTER TABLE scan ADD COLUMN undone_at TIMESTAMP;

ALTER TABLE forum ADD COLUMN walk_ins TEXT NOT NULL DEFAULT 'no' CHECK (walk_ins IN ('no', 'pending', 'confirmed'));

-- A door may be who did it.
ALTER TABLE registration_event DROP CONSTRAINT registration_event_actor_check;
ALTER TABLE registration_event ADD CONSTRAINT registration_event_actor_check
    CHECK (actor IN ('delegate', 'account', 'system', 'command', 'door'));
