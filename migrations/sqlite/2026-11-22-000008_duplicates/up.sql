-- Two registrations that look like one person's and are two people's: somebody looked. The lower id stands first.
CREATE TABLE not_duplicate (
    one_id BIGINT NOT NULL REFERENCES registration (id),
    other_id BIGINT NOT NULL REFERENCES registration (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (one_id, other_id),
    CHECK (one_id < other_id)
) WITHOUT ROWID;
CREATE INDEX not_duplicate_by_other ON not_duplicate (other_id);
