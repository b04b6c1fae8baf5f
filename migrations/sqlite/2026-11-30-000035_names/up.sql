-- A badge is found by the first characters of its code.
CREATE INDEX badge_by_beginning ON badge (forum_id, substr(code, 1, 6));

-- Two more kinds of key: a word with its sound before it, and all words of a name in one order. Every name is read
-- anew when the program starts.
DROP TABLE search_key;
CREATE TABLE search_key (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    kind TEXT NOT NULL CHECK (kind IN ('word', 'heard', 'whole', 'sound', 'organisation')),
    key TEXT NOT NULL,
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    PRIMARY KEY (forum_id, kind, key, registration_id)
) WITHOUT ROWID;
CREATE INDEX search_key_by_registration ON search_key (registration_id);

-- By which rules the names of the table above were read.
CREATE TABLE search_rules (
    version INTEGER NOT NULL
);
INSERT INTO search_rules (version) VALUES (0);
