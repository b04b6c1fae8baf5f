-- How a forum's badges look, where that was changed; without a row they look as the program's own layout says.
CREATE TABLE badge_layout (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    layout TEXT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES account (id),
    updated_at TIMESTAMP NOT NULL,
    UNIQUE (forum_id, name)
);

-- The organizer's own pictures, by the names under which layouts ask for them.
CREATE TABLE badge_artwork (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    kind TEXT NOT NULL CHECK (kind IN ('png', 'jpeg', 'svg', 'pdf')),
    bytes BLOB NOT NULL,
    account_id BIGINT NOT NULL REFERENCES account (id),
    added_at TIMESTAMP NOT NULL,
    UNIQUE (forum_id, name)
);

-- A file of badges: who wanted it, of whom, and how far it has come.
CREATE TABLE print_job (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    -- What was chosen, to be chosen again.
    wish TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    done INTEGER NOT NULL CHECK (done >= 0),
    total INTEGER NOT NULL CHECK (total >= 0),
    -- Letters that no font has: the Latin form of the name stands in their place.
    missing TEXT,
    started_at TIMESTAMP NOT NULL,
    -- When it last gave a sign of life.
    seen_at TIMESTAMP NOT NULL,
    -- Somebody said that its badges were not printed after all.
    taken_back_at TIMESTAMP
);
CREATE INDEX print_job_by_forum ON print_job (forum_id, id);

-- A badge that went into a file, and so counts as printed.
CREATE TABLE badge_print (
    badge_id BIGINT NOT NULL REFERENCES badge (id),
    print_job_id BIGINT NOT NULL REFERENCES print_job (id),
    PRIMARY KEY (badge_id, print_job_id)
) WITHOUT ROWID;
CREATE INDEX badge_print_by_job ON badge_print (print_job_id);
