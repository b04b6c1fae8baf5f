CREATE TABLE organisation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    country TEXT NOT NULL,
    UNIQUE (folded, country)
);

CREATE TABLE registration (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    category_id BIGINT NOT NULL REFERENCES category (id),
    organisation_id BIGINT REFERENCES organisation (id),
    name TEXT NOT NULL CHECK (name <> ''),
    native_name TEXT,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL CHECK (email_folded <> ''),
    phone TEXT,
    country TEXT NOT NULL CHECK (length(country) = 2),
    organisation TEXT,
    position TEXT,
    language TEXT NOT NULL,
    access_needs TEXT,
    food_needs TEXT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'waitlisted', 'declined', 'withdrawn')),
    -- The secret of the delegate's own page. Kept readable, since every later mail carries it again.
    link TEXT NOT NULL UNIQUE,
    -- The form it was sent from: a double click sends the same one twice.
    form_id TEXT,
    sort_key TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('form', 'desk', 'import', 'demo')),
    registered_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
-- One live registration per forum and address; a withdrawn person may come back.
CREATE UNIQUE INDEX registration_live_email ON registration (forum_id, email_folded) WHERE state <> 'withdrawn';
CREATE INDEX registration_by_time ON registration (forum_id, registered_at, id);
CREATE INDEX registration_by_name ON registration (forum_id, sort_key, id);
CREATE INDEX registration_by_state ON registration (forum_id, state, registered_at, id);
CREATE INDEX registration_by_state_name ON registration (forum_id, state, sort_key, id);
CREATE INDEX registration_by_country ON registration (forum_id, country, sort_key, id);
CREATE INDEX registration_by_category ON registration (forum_id, category_id, sort_key, id);
CREATE INDEX registration_by_change ON registration (forum_id, updated_at, id);
CREATE INDEX registration_by_email ON registration (forum_id, email_folded);
CREATE INDEX registration_by_organisation ON registration (organisation_id);

CREATE TABLE registration_site (
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    site_id BIGINT NOT NULL REFERENCES site (id),
    PRIMARY KEY (registration_id, site_id)
) WITHOUT ROWID;

-- Every change of a registration, with who, when and why. Append-only.
CREATE TABLE registration_event (
    id INTEGER PRIMARY KEY,
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('delegate', 'account', 'system', 'command')),
    account_id BIGINT REFERENCES account (id),
    what TEXT NOT NULL,
    from_state TEXT,
    to_state TEXT,
    detail TEXT
);
CREATE INDEX registration_event_by_registration ON registration_event (registration_id, id);

-- Keys under which a person is found by name, as written and as heard.
CREATE TABLE search_key (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    kind TEXT NOT NULL CHECK (kind IN ('word', 'sound', 'organisation')),
    key TEXT NOT NULL,
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    PRIMARY KEY (forum_id, kind, key, registration_id)
) WITHOUT ROWID;
CREATE INDEX search_key_by_registration ON search_key (registration_id);

CREATE TABLE email_change (
    id INTEGER PRIMARY KEY,
    registration_id BIGINT NOT NULL REFERENCES registration (id),
    email TEXT NOT NULL,
    code_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL,
    valid_until TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX email_change_by_registration ON email_change (registration_id);
