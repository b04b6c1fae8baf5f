DROP TABLE search_rules;
DROP TABLE search_key;
CREATE TABLE search_key (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    kind TEXT NOT NULL CHECK (kind IN ('word', 'sound', 'organisation')),
    key TEXT NOT NULL,
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    PRIMARY KEY (forum_id, kind, key, registration_id)
) WITHOUT ROWID;
CREATE INDEX search_key_by_registration ON search_key (registration_id);
DROP INDEX badge_by_beginning;
