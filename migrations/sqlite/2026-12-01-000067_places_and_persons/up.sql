-- People who are named together: an organisation's, or a country's where no organisation is named.
CREATE TABLE delegation (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    organisation_id BIGINT REFERENCES organisation (id),
    country TEXT CHECK (length(country) = 2),
    created_at TIMESTAMP NOT NULL,
    closed_at TIMESTAMP,
    CHECK ((organisation_id IS NULL) <> (country IS NULL))
);
CREATE UNIQUE INDEX delegation_of_organisation ON delegation (forum_id, organisation_id) WHERE organisation_id IS NOT NULL;
CREATE UNIQUE INDEX delegation_of_country ON delegation (forum_id, country) WHERE country IS NOT NULL;

-- How many places there are for whoever it matches; an empty column matches any. Each forum and each category has a row.
CREATE TABLE quota (
    id INTEGER PRIMARY KEY,
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    -- all: everybody; open: who is of no delegation; one: a delegation's; each: what a new delegation is given (counts nobody).
    who TEXT NOT NULL CHECK (who IN ('all', 'open', 'one', 'each')),
    delegation_id BIGINT REFERENCES delegation (id),
    category_id BIGINT REFERENCES category (id),
    site_id BIGINT REFERENCES site (id),
    session_id BIGINT REFERENCES session (id),
    -- None: no limit.
    places INTEGER CHECK (places >= 0),
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    -- Fewer than are taken: nobody is given one beyond it. Until a day on which the last ones lose theirs, or without a
    -- day, for as long as nobody leaves.
    next_places INTEGER CHECK (next_places >= 0 AND next_places < places),
    next_at TIMESTAMP,
    CHECK (taken <= places),
    CHECK ((who = 'one') = (delegation_id IS NOT NULL)),
    CHECK (who <> 'each' OR taken = 0),
    CHECK (site_id IS NULL OR session_id IS NULL),
    CHECK (next_at IS NULL OR next_places IS NOT NULL)
);
-- NULLs differ from each other in a unique index; these do not.
CREATE UNIQUE INDEX quota_once ON quota (forum_id, who, COALESCE(delegation_id, 0), COALESCE(category_id, 0),
    COALESCE(site_id, 0), COALESCE(session_id, 0));
CREATE INDEX quota_of_category ON quota (category_id) WHERE category_id IS NOT NULL;
CREATE INDEX quota_due ON quota (next_at) WHERE next_at IS NOT NULL;

INSERT INTO quota (forum_id, who, places, taken, next_places)
    SELECT id, 'all', CASE WHEN capacity < taken THEN taken ELSE capacity END, taken, CASE WHEN capacity < taken THEN capacity END
    FROM forum;
INSERT INTO quota (forum_id, who, category_id, places, taken, next_places)
    SELECT forum_id, 'all', id, CASE WHEN quota < taken THEN taken ELSE quota END, taken, CASE WHEN quota < taken THEN quota END
    FROM category;

-- The journal's lines on places come from where the places are.
DROP TRIGGER fact_of_new_forum;
DROP TRIGGER fact_of_forum;
DROP TRIGGER fact_of_new_category;
DROP TRIGGER fact_of_category;
ALTER TABLE forum DROP COLUMN capacity;
ALTER TABLE forum DROP COLUMN taken;
ALTER TABLE category DROP COLUMN quota;
ALTER TABLE category DROP COLUMN taken;
CREATE TRIGGER fact_of_new_forum AFTER INSERT ON forum BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.id, NEW.updated_at, 'forum', json_object('capacity', NULL));
END;
CREATE TRIGGER fact_of_new_category AFTER INSERT ON category BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'category',
        json_object('category', NEW.id, 'quota', NULL));
END;
CREATE TRIGGER fact_of_new_quota AFTER INSERT ON quota
WHEN NEW.who = 'all' AND NEW.site_id IS NULL AND NEW.session_id IS NULL AND NEW.places IS NOT NULL BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'),
        CASE WHEN NEW.category_id IS NULL THEN 'forum' ELSE 'category' END,
        CASE WHEN NEW.category_id IS NULL THEN json_object('capacity', COALESCE(NEW.next_places, NEW.places))
            ELSE json_object('category', NEW.category_id, 'quota', COALESCE(NEW.next_places, NEW.places)) END);
END;
CREATE TRIGGER fact_of_quota AFTER UPDATE OF places, next_places ON quota
WHEN NEW.who = 'all' AND NEW.site_id IS NULL AND NEW.session_id IS NULL
    AND COALESCE(OLD.next_places, OLD.places) IS NOT COALESCE(NEW.next_places, NEW.places) BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'),
        CASE WHEN NEW.category_id IS NULL THEN 'forum' ELSE 'category' END,
        CASE WHEN NEW.category_id IS NULL THEN json_object('capacity', COALESCE(NEW.next_places, NEW.places))
            ELSE json_object('category', NEW.category_id, 'quota', COALESCE(NEW.next_places, NEW.places)) END);
END;
CREATE TRIGGER fact_of_quota_deleted AFTER DELETE ON quota
WHEN OLD.who = 'all' AND OLD.site_id IS NULL AND OLD.session_id IS NULL AND OLD.places IS NOT NULL BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (OLD.forum_id, strftime('%Y-%m-%d %H:%M:%f'),
        CASE WHEN OLD.category_id IS NULL THEN 'forum' ELSE 'category' END,
        CASE WHEN OLD.category_id IS NULL THEN json_object('capacity', NULL)
            ELSE json_object('category', OLD.category_id, 'quota', NULL) END);
END;

-- What was said of a person, from which the state follows; a place, and where somebody stands in the line for one.
-- Column by column, so that all of it is done in one transaction with every rule on other tables kept meanwhile.
DROP TRIGGER fact_of_new_person;
DROP TRIGGER fact_of_person;
DROP INDEX registration_live_person;
DROP INDEX registration_by_state;
DROP INDEX registration_by_state_name;
DROP INDEX registration_by_email;
ALTER TABLE registration ADD COLUMN delegation_id BIGINT REFERENCES delegation (id);
-- Who is the same: the name folded, its words in order, and the address, or without one organisation and country.
ALTER TABLE registration ADD COLUMN person_key TEXT NOT NULL DEFAULT '';
-- 0; another for who was said to be somebody else of the same key.
ALTER TABLE registration ADD COLUMN twin INTEGER NOT NULL DEFAULT 0 CHECK (twin >= 0);
-- Whose yes was asked for when the person came: the rule may be another today.
ALTER TABLE registration ADD COLUMN asks TEXT NOT NULL DEFAULT 'nobody' CHECK (asks IN ('nobody', 'delegation', 'desk', 'both'));
ALTER TABLE registration ADD COLUMN answered BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE registration ADD COLUMN said_delegation TEXT NOT NULL DEFAULT 'nothing' CHECK (said_delegation IN ('nothing', 'yes', 'no'));
ALTER TABLE registration ADD COLUMN said_desk TEXT NOT NULL DEFAULT 'nothing' CHECK (said_desk IN ('nothing', 'yes', 'later', 'no'));
ALTER TABLE registration ADD COLUMN gone BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE registration ADD COLUMN place TEXT NOT NULL DEFAULT 'none' CHECK (place IN ('none', 'offered', 'held'));
ALTER TABLE registration ADD COLUMN offered_until TIMESTAMP;
-- The forum's turn at which the place was given, and the one since when it is waited for. Those of before are below 1.
ALTER TABLE registration ADD COLUMN placed_turn BIGINT;
ALTER TABLE registration ADD COLUMN waits_turn BIGINT;
UPDATE registration SET
    person_key = name_folded || char(10) || email_folded,
    gone = (state = 'withdrawn'),
    place = CASE WHEN state = 'confirmed' THEN 'held' ELSE 'none' END,
    asks = CASE WHEN state IN ('pending', 'declined') THEN 'desk'
        WHEN (SELECT COALESCE(category.approval, forum.approval) FROM category JOIN forum ON forum.id = category.forum_id
              WHERE category.id = registration.category_id) = 'by_desk' THEN 'desk' ELSE 'nobody' END;
UPDATE registration SET said_desk = CASE
    WHEN state = 'declined' THEN 'no'
    WHEN state = 'confirmed' AND asks = 'desk' THEN 'yes'
    -- Where the desk decides, nobody moved up by himself.
    WHEN state = 'waitlisted' AND asks = 'desk' THEN 'later' ELSE 'nothing' END;
UPDATE registration SET waits_turn = earlier.turn FROM
    (SELECT id, ROW_NUMBER() OVER (PARTITION BY forum_id ORDER BY registered_at, id)
        - COUNT(*) OVER (PARTITION BY forum_id) AS turn FROM registration) AS earlier
    WHERE earlier.id = registration.id AND state = 'waitlisted' AND said_desk <> 'later';
UPDATE registration SET placed_turn = earlier.turn FROM
    (SELECT one.id, ROW_NUMBER() OVER (PARTITION BY one.forum_id ORDER BY COALESCE(given.at, one.registered_at), one.id)
        - COUNT(*) OVER (PARTITION BY one.forum_id) AS turn FROM registration AS one LEFT JOIN
        (SELECT registration_id, MAX(at) AS at FROM registration_event WHERE to_state = 'confirmed' GROUP BY registration_id)
        AS given ON given.registration_id = one.id) AS earlier
    WHERE earlier.id = registration.id AND place = 'held';
ALTER TABLE registration DROP COLUMN name_folded;
-- An address may be missing; a state and a source are of more kinds.
ALTER TABLE registration ADD COLUMN email_or_none TEXT;
ALTER TABLE registration ADD COLUMN email_folded_or_none TEXT CHECK (email_folded_or_none <> '');
ALTER TABLE registration ADD COLUMN new_state TEXT NOT NULL DEFAULT 'pending';
ALTER TABLE registration ADD COLUMN new_source TEXT NOT NULL DEFAULT 'form'
    CHECK (new_source IN ('form', 'desk', 'import', 'demo', 'focal', 'door', 'invitation'));
UPDATE registration SET email_or_none = email, email_folded_or_none = email_folded, new_state = state, new_source = source;
ALTER TABLE registration DROP COLUMN email;
ALTER TABLE registration DROP COLUMN email_folded;
ALTER TABLE registration DROP COLUMN state;
ALTER TABLE registration DROP COLUMN source;
ALTER TABLE registration RENAME COLUMN email_or_none TO email;
ALTER TABLE registration RENAME COLUMN email_folded_or_none TO email_folded;
ALTER TABLE registration RENAME COLUMN new_state TO state;
ALTER TABLE registration RENAME COLUMN new_source TO source;
-- The row that this one was found to be once more; and what holds between the columns.
ALTER TABLE registration ADD COLUMN merged_into BIGINT REFERENCES registration (id)
    CHECK (state = CASE WHEN gone THEN 'withdrawn'
        WHEN said_delegation = 'no' OR said_desk = 'no' THEN 'declined'
        WHEN NOT answered THEN 'invited'
        WHEN said_desk = 'later' THEN 'waitlisted'
        WHEN asks IN ('delegation', 'both') AND said_delegation <> 'yes' THEN 'pending'
        WHEN asks IN ('desk', 'both') AND said_desk <> 'yes' THEN 'pending'
        WHEN place = 'held' THEN 'confirmed' ELSE 'waitlisted' END)
    CHECK (place = 'none' OR state IN ('confirmed', 'pending', 'invited', 'waitlisted'))
    CHECK (place <> 'held' OR state <> 'waitlisted')
    CHECK (place <> 'offered' OR (state = 'waitlisted' AND said_desk <> 'later'))
    CHECK ((offered_until IS NOT NULL) = (place = 'offered'))
    CHECK ((placed_turn IS NOT NULL) = (place <> 'none'))
    CHECK ((waits_turn IS NOT NULL) = (state = 'waitlisted' AND said_desk <> 'later'))
    CHECK (merged_into IS NULL OR gone)
    CHECK ((email IS NULL) = (email_folded IS NULL));
CREATE INDEX registration_by_state ON registration (forum_id, state, registered_at, id);
CREATE INDEX registration_by_state_name ON registration (forum_id, state, sort_key, id);
CREATE INDEX registration_by_email ON registration (forum_id, email_folded);
CREATE UNIQUE INDEX registration_once ON registration (forum_id, person_key, twin) WHERE NOT gone;
CREATE INDEX registration_line ON registration (forum_id, waits_turn, id) WHERE waits_turn IS NOT NULL;
CREATE INDEX registration_by_delegation ON registration (delegation_id, sort_key, id) WHERE delegation_id IS NOT NULL;
CREATE TRIGGER fact_of_new_person AFTER INSERT ON registration BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, NEW.updated_at, 'person',
        json_object('category', NEW.category_id, 'country', NEW.country, 'person', NEW.id, 'state', NEW.state));
END;
CREATE TRIGGER fact_of_person AFTER UPDATE OF category_id, country, state ON registration
WHEN OLD.category_id <> NEW.category_id OR OLD.country <> NEW.country OR OLD.state <> NEW.state BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, NEW.updated_at, 'person',
        json_object('category', NEW.category_id, 'country', NEW.country, 'person', NEW.id, 'state', NEW.state));
END;
