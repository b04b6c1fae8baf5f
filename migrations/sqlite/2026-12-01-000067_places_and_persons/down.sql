DROP INDEX registration_by_delegation;
DROP INDEX registration_line;
DROP INDEX registration_once;
DROP INDEX registration_by_email;
DROP INDEX registration_by_state_name;
DROP INDEX registration_by_state;
DROP TRIGGER fact_of_person;
DROP TRIGGER fact_of_new_person;
ALTER TABLE registration DROP COLUMN merged_into;
ALTER TABLE registration ADD COLUMN name_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN old_email TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN old_email_folded TEXT NOT NULL DEFAULT 'none' CHECK (old_email_folded <> '');
ALTER TABLE registration ADD COLUMN old_state TEXT NOT NULL DEFAULT 'pending'
    CHECK (old_state IN ('pending', 'confirmed', 'waitlisted', 'declined', 'withdrawn'));
ALTER TABLE registration ADD COLUMN old_source TEXT NOT NULL DEFAULT 'form'
    CHECK (old_source IN ('form', 'desk', 'import', 'demo'));
UPDATE registration SET
    name_folded = CASE WHEN twin = 0 THEN substr(person_key, 1, instr(person_key, char(10)) - 1) ELSE '#' || id END,
    old_email = COALESCE(email, ''), old_email_folded = COALESCE(email_folded, 'none-' || id),
    old_state = CASE state WHEN 'invited' THEN 'pending' ELSE state END,
    old_source = CASE WHEN source IN ('focal', 'door', 'invitation') THEN 'desk' ELSE source END;
ALTER TABLE registration DROP COLUMN waits_turn;
ALTER TABLE registration DROP COLUMN placed_turn;
ALTER TABLE registration DROP COLUMN offered_until;
ALTER TABLE registration DROP COLUMN place;
ALTER TABLE registration DROP COLUMN gone;
ALTER TABLE registration DROP COLUMN said_desk;
ALTER TABLE registration DROP COLUMN said_delegation;
ALTER TABLE registration DROP COLUMN answered;
ALTER TABLE registration DROP COLUMN asks;
ALTER TABLE registration DROP COLUMN twin;
ALTER TABLE registration DROP COLUMN person_key;
ALTER TABLE registration DROP COLUMN delegation_id;
ALTER TABLE registration DROP COLUMN email;
ALTER TABLE registration DROP COLUMN email_folded;
ALTER TABLE registration DROP COLUMN state;
ALTER TABLE registration DROP COLUMN source;
ALTER TABLE registration RENAME COLUMN old_email TO email;
ALTER TABLE registration RENAME COLUMN old_email_folded TO email_folded;
ALTER TABLE registration RENAME COLUMN old_state TO state;
ALTER TABLE registration RENAME COLUMN old_source TO source;
CREATE INDEX registration_by_state ON registration (forum_id, state, registered_at, id);
CREATE INDEX registration_by_state_name ON registration (forum_id, state, sort_key, id);
CREATE INDEX registration_by_email ON registration (forum_id, email_folded);
CREATE UNIQUE INDEX registration_live_person ON registration (forum_id, email_folded, name_folded) WHERE state <> 'withdrawn';
CREATE TRIGGER fact_of_new_person AFTER INSERT ON registration BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, NEW.updated_at, 'person',
        json_object('category', NEW.category_id, 'country', NEW.country, 'person', NEW.id, 'state', NEW.state));
END;
CREATE TRIGGER fact_of_person AFTER UPDATE OF category_id, country, state ON registration
WHEN OLD.category_id <> NEW.category_id OR OLD.country <> NEW.country OR OLD.state <> NEW.state BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, NEW.updated_at, 'person',
        json_object('category', NEW.category_id, 'country', NEW.country, 'person', NEW.id, 'state', NEW.state));
END;

DROP TRIGGER fact_of_new_forum;
DROP TRIGGER fact_of_new_category;
ALTER TABLE forum ADD COLUMN capacity INTEGER CHECK (capacity >= 0);
ALTER TABLE forum ADD COLUMN taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0);
ALTER TABLE category ADD COLUMN quota INTEGER CHECK (quota >= 0);
ALTER TABLE category ADD COLUMN taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0);
UPDATE forum SET (capacity, taken) = (SELECT COALESCE(next_places, places), quota.taken FROM quota
    WHERE quota.forum_id = forum.id AND who = 'all' AND category_id IS NULL AND site_id IS NULL AND session_id IS NULL);
UPDATE category SET (quota, taken) = (SELECT COALESCE(next_places, places), quota.taken FROM quota
    WHERE quota.category_id = category.id AND who = 'all' AND site_id IS NULL AND session_id IS NULL);
DROP TABLE quota;
DROP TABLE delegation;
CREATE TRIGGER fact_of_new_forum AFTER INSERT ON forum BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.id, NEW.updated_at, 'forum', json_object('capacity', NEW.capacity));
END;
CREATE TRIGGER fact_of_forum AFTER UPDATE OF capacity ON forum WHEN OLD.capacity IS NOT NEW.capacity BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.id, NEW.updated_at, 'forum', json_object('capacity', NEW.capacity));
END;
CREATE TRIGGER fact_of_new_category AFTER INSERT ON category BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'category',
        json_object('category', NEW.id, 'quota', NEW.quota));
END;
CREATE TRIGGER fact_of_category AFTER UPDATE OF quota ON category WHEN OLD.quota IS NOT NEW.quota BEGIN
    INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, strftime('%Y-%m-%d %H:%M:%f'), 'category',
        json_object('category', NEW.id, 'quota', NEW.quota));
END;
