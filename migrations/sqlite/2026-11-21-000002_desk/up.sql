CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    password_hash TEXT,
    is_owner BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    disabled_at TIMESTAMP
);

CREATE TABLE account_access (
    account_id BIGINT NOT NULL REFERENCES account (id),
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    role TEXT NOT NULL CHECK (role IN ('organizer', 'registrar', 'viewer', 'door')),
    PRIMARY KEY (account_id, forum_id)
);
CREATE INDEX account_access_by_forum ON account_access (forum_id);

-- The one-time link that sets a password.
CREATE TABLE account_link (
    id INTEGER PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    token_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL,
    valid_until TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);

-- The signed-in state of a browser.
CREATE TABLE sign_in (
    id INTEGER PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    token_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL,
    last_seen_at TIMESTAMP NOT NULL,
    valid_until TIMESTAMP NOT NULL
);
CREATE INDEX sign_in_by_account ON sign_in (account_id);
