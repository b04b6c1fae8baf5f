DROP INDEX registration_by_delegation;
DROP INDEX registration_line;
DROP INDEX registration_once;
ALTER TABLE registration DROP CONSTRAINT registration_source_check;
UPDATE registration SET source = 'desk' WHERE source IN ('focal', 'door', 'invitation');
UPDATE registration SET email = '', email_folded = 'none-' || id WHERE email IS NULL;
ALTER TABLE registration ADD COLUMN name_folded TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE registration SET name_folded = CASE WHEN twin = 0 THEN split_part(person_key, chr(10), 1) ELSE '#' || id END;
ALTER TABLE registration DROP COLUMN merged_into, DROP COLUMN waits_turn, DROP COLUMN placed_turn, DROP COLUMN offered_until,
    DROP COLUMN place, DROP COLUMN gone, DROP COLUMN said_desk, DROP COLUMN said_delegation, DROP COLUMN answered,
    DROP COLUMN asks, DROP COLUMN twin, DROP COLUMN person_key, DROP COLUMN delegation_id;
ALTER TABLE registration ALTER COLUMN email SET NOT NULL, ALTER COLUMN email_folded SET NOT NULL;
UPDATE registration SET state = 'pending' WHERE state = 'invited';
ALTER TABLE registration ADD CONSTRAINT registration_state_check
    CHECK (state IN ('pending', 'confirmed', 'waitlisted', 'declined', 'withdrawn'));
ALTER TABLE registration ADD CONSTRAINT registration_source_check CHECK (source IN ('form', 'desk', 'import', 'demo'));
CREATE UNIQUE INDEX registration_live_person ON registration (forum_id, email_folded, name_folded) WHERE state <> 'withdrawn';

DROP TRIGGER fact_of_new_quota ON quota;
DROP TRIGGER fact_of_quota ON quota;
DROP FUNCTION fact_of_quota();
DROP FUNCTION fact_of_places(quota, INTEGER);
DROP TRIGGER fact_of_new_forum ON forum;
ALTER TABLE forum ADD COLUMN capacity INTEGER CHECK (capacity >= 0);
ALTER TABLE forum ADD COLUMN taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0);
ALTER TABLE category ADD COLUMN quota INTEGER CHECK (quota >= 0);
ALTER TABLE category ADD COLUMN taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0);
UPDATE forum SET capacity = COALESCE(next_places, places), taken = quota.taken FROM quota
    WHERE quota.forum_id = forum.id AND who = 'all' AND category_id IS NULL AND site_id IS NULL AND session_id IS NULL;
UPDATE category SET quota = COALESCE(next_places, places), taken = quota.taken FROM quota
    WHERE quota.category_id = category.id AND who = 'all' AND site_id IS NULL AND session_id IS NULL;
DROP TABLE quota;
DROP TABLE delegation;
CREATE OR REPLACE FUNCTION fact_of_forum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO fact (forum_id, at, kind, body)
    VALUES (NEW.id, NEW.updated_at, 'forum', json_build_object('capacity', NEW.capacity));
    RETURN NULL;
END
$$;
CREATE TRIGGER fact_of_new_forum AFTER INSERT ON forum FOR EACH ROW EXECUTE FUNCTION fact_of_forum();
CREATE TRIGGER fact_of_forum AFTER UPDATE OF capacity ON forum FOR EACH ROW
WHEN (OLD.capacity IS DISTINCT FROM NEW.capacity) EXECUTE FUNCTION fact_of_forum();
CREATE OR REPLACE FUNCTION fact_of_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO fact (forum_id, at, kind, body) VALUES (OLD.forum_id, clock_timestamp() AT TIME ZONE 'utc',
            'category_deleted', json_build_object('category', OLD.id));
    ELSE
        INSERT INTO fact (forum_id, at, kind, body) VALUES (NEW.forum_id, clock_timestamp() AT TIME ZONE 'utc',
            'category', json_build_object('category', NEW.id, 'quota', NEW.quota));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER fact_of_category AFTER UPDATE OF quota ON category FOR EACH ROW
WHEN (OLD.quota IS DISTINCT FROM NEW.quota) EXECUTE FUNCTION fact_of_category();
