-- What phones and programs must hear of has its order from here, and never from a clock.

-- Of changes of people: given by the forum's row, under the lock that such a change holds until its commit.
ALTER TABLE forum ADD COLUMN turn BIGINT NOT NULL DEFAULT 0;
ALTER TABLE registration ADD COLUMN turn BIGINT NOT NULL DEFAULT 0;
UPDATE registration SET turn = ordered.turn FROM (
    SELECT id, row_number() OVER (PARTITION BY forum_id ORDER BY updated_at, id) AS turn FROM registration
) AS ordered WHERE ordered.id = registration.id;
UPDATE forum SET turn = (SELECT COALESCE(MAX(registration.turn), 0) FROM registration WHERE registration.forum_id = forum.id);
DROP INDEX registration_by_change;
CREATE INDEX registration_by_turn ON registration (forum_id, turn, id);

-- Every turn that was given, with a number drawn by lot: in a restored backup the same turn comes again with another.
CREATE TABLE turn (
    forum_id BIGINT NOT NULL REFERENCES forum (id),
    number BIGINT NOT NULL,
    mark BIGINT NOT NULL,
    PRIMARY KEY (forum_id, number)
);
INSERT INTO turn (forum_id, number, mark) SELECT forum_id, turn, (random() * 9223372036854774784)::bigint FROM registration;

-- Of what happens at the doors: the transaction that wrote it. Doors do not wait for each other; who reads takes
-- what the snapshot of the last look could not see yet, so that nothing slips behind, however long it took.
-- Only SQLite counts here; that both databases have the same tables is looked after at each start.
CREATE TABLE door_write (
    number BIGINT NOT NULL
);
ALTER TABLE scan ADD COLUMN written BIGINT NOT NULL DEFAULT 0;
ALTER TABLE scan ALTER COLUMN written SET DEFAULT txid_current();
ALTER TABLE act ADD COLUMN written BIGINT NOT NULL DEFAULT 0;
ALTER TABLE act ALTER COLUMN written SET DEFAULT txid_current();
ALTER TABLE presence ADD COLUMN written BIGINT NOT NULL DEFAULT 0;
ALTER TABLE presence ALTER COLUMN written SET DEFAULT txid_current();
DROP INDEX scan_by_received;
DROP INDEX act_by_received;
CREATE INDEX scan_by_written ON scan (written);
CREATE INDEX act_by_written ON act (written);
CREATE INDEX presence_by_written ON presence (checkpoint_id, written);
CREATE FUNCTION presence_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.written := txid_current();
    RETURN NEW;
END
$$;
CREATE TRIGGER presence_written BEFORE UPDATE ON presence FOR EACH ROW
WHEN ((OLD.inside, OLD.first_scan_id, OLD.first_at) IS DISTINCT FROM (NEW.inside, NEW.first_scan_id, NEW.first_at))
EXECUTE FUNCTION presence_written();

-- Who has work in hand. While it works it counts on; what is in the hand of one that counts no more is taken up by
-- another. No clock: one that is put forward ends nobody's work, and one that was ahead keeps nothing for a day.
CREATE TABLE worker (
    id TEXT NOT NULL PRIMARY KEY,
    beat BIGINT NOT NULL
);
ALTER TABLE message DROP COLUMN leased_until;
ALTER TABLE message ADD COLUMN worker_id TEXT REFERENCES worker (id);
CREATE INDEX message_in_hand ON message (worker_id) WHERE worker_id IS NOT NULL;
UPDATE message SET state = 'queued' WHERE state = 'sending';
ALTER TABLE print_order DROP COLUMN leased_until;
ALTER TABLE print_order ADD COLUMN worker_id TEXT REFERENCES worker (id);
CREATE INDEX print_order_in_hand ON print_order (worker_id) WHERE worker_id IS NOT NULL;
