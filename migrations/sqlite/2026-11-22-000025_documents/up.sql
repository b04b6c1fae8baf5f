-- Letters of confirmation and certificates of attendance of a forum: whether it gives them out. No row: neither.
CREATE TABLE document_rule (
    forum_id BIGINT NOT NULL PRIMARY KEY REFERENCES forum (id),
    letters TEXT NOT NULL CHECK (letters IN ('off', 'at_once', 'by_desk')),
    certificates BOOLEAN NOT NULL
);

-- Pictures for a forum's papers. One that is replaced stays for the papers issued with it.
CREATE TABLE forum_image (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    place TEXT NOT NULL CHECK (place IN ('logo', 'signature', 'stamp')),
    kind TEXT NOT NULL CHECK (kind IN ('image/png', 'image/jpeg')),
    bytes BLOB NOT NULL,
    account_id BIGINT REFERENCES account (id),
    added_at TIMESTAMP NOT NULL,
    removed_at TIMESTAMP
);
CREATE UNIQUE INDEX forum_image_current ON forum_image (forum_id, place) WHERE removed_at IS NULL;

-- A letter or certificate that a person asked for or was given. Issued again, it is another row with another number.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    kind TEXT NOT NULL CHECK (kind IN ('letter', 'certificate')),
    -- Counted per forum and kind, given when it is issued. It opens nothing.
    number INTEGER,
    -- What the public page knows it by. Kept readable, since the paper is drawn anew whenever it is opened, and of
    -- little worth to whoever reads this table: it shows less than the row it stands in.
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 26),
    state TEXT NOT NULL CHECK (state IN ('requested', 'issued', 'refused', 'withdrawn')),
    language TEXT NOT NULL,
    -- What the person told for the letter alone, as JSON, and where it is to be shown; gone when the forum is over.
    passport TEXT,
    consulate TEXT,
    consulate_folded TEXT,
    -- Everything else that stands on the paper, as JSON, as it was when it was issued.
    frozen TEXT,
    requested_at TIMESTAMP NOT NULL,
    issued_at TIMESTAMP,
    decided_at TIMESTAMP,
    account_id BIGINT REFERENCES account (id),
    -- The desk's, with a refusal or a withdrawal.
    words TEXT,
    UNIQUE (forum_id, kind, number),
    CHECK (state <> 'issued' OR (number IS NOT NULL AND frozen IS NOT NULL AND issued_at IS NOT NULL))
);
CREATE UNIQUE INDEX document_live ON document (registration_id, kind) WHERE state IN ('requested', 'issued');
CREATE INDEX document_by_registration ON document (registration_id, kind, id);
CREATE INDEX document_by_forum ON document (forum_id, kind, id);
CREATE INDEX document_by_state ON document (forum_id, kind, state, id);
CREATE INDEX document_by_consulate ON document (forum_id, kind, consulate_folded, id);
CREATE INDEX document_with_passport ON document (forum_id) WHERE passport IS NOT NULL OR consulate IS NOT NULL;
