CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE forum (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
    zone TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    opens_at TIMESTAMP,
    closes_at TIMESTAMP,
    capacity INTEGER CHECK (capacity >= 0),
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    approval TEXT NOT NULL CHECK (approval IN ('at_once', 'by_desk')),
    languages TEXT NOT NULL CHECK (languages <> ''),
    brand TEXT,
    contact TEXT,
    offers_qn BOOLEAN NOT NULL DEFAULT FALSE,
    published BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CHECK (starts_on <= ends_on),
    CHECK (opens_at IS NULL OR closes_at IS NULL OR opens_at < closes_at)
);

-- What people read of a forum, a row per language. No foreign key can stand
-- for owner_id, as the owner is one of five tables; models::forum_text deletes with the owner.
CREATE TABLE forum_text (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    owner TEXT NOT NULL CHECK (owner IN ('forum', 'site', 'session', 'category', 'checkpoint')),
    owner_id BIGINT NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (forum_id, owner, owner_id, field, language)
);

CREATE TABLE site (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    slug TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    UNIQUE (forum_id, slug),
    CHECK (starts_on <= ends_on)
);

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    site_id BIGINT NOT NULL REFERENCES site (id),
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE INDEX session_by_forum ON session (forum_id, starts_at);

CREATE TABLE category (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    slug TEXT NOT NULL,
    colour TEXT NOT NULL,
    approval TEXT CHECK (approval IN ('at_once', 'by_desk')),
    quota INTEGER CHECK (quota >= 0),
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    on_form BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (forum_id, slug)
);

CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    site_id BIGINT REFERENCES site (id),
    slug TEXT NOT NULL,
    opens_at TIMESTAMP,
    closes_at TIMESTAMP,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out', 'both')),
    capacity INTEGER CHECK (capacity >= 0),
    position INTEGER NOT NULL,
    UNIQUE (forum_id, slug),
    CHECK (opens_at IS NULL OR closes_at IS NULL OR opens_at < closes_at)
);

-- No row: every category may pass.
CREATE TABLE checkpoint_category (
    checkpoint_id BIGINT NOT NULL REFERENCES checkpoint (id) ON DELETE CASCADE,
    category_id BIGINT NOT NULL REFERENCES category (id),
    PRIMARY KEY (checkpoint_id, category_id)
);
