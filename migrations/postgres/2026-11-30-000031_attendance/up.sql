-- Whether the person passed the door by it: what the door said and what the desk says both let them, and it was not undone.
-- Everything that is counted is counted from these alone.
ALTER TABLE scan ADD COLUMN counts BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE scan SET counts = TRUE
WHERE registration_id IS NOT NULL AND undone_at IS NULL
    AND verdict IN ('admitted', 'already_in', 'left')
    AND (told IS NULL OR told IN ('admitted', 'already_in', 'left'));

-- A verdict finds the neighbours of a moment here, however long the history is; what else is asked of a person's scans too.
DROP INDEX scan_by_registration;
CREATE INDEX scan_by_way ON scan (registration_id, checkpoint_id, counts, direction, happened_at);

-- A row for whoever passed, also for who only left: their first entrance, if any was heard of; the last passage; and the
-- entrance of the visit they are on.
DELETE FROM presence;
ALTER TABLE presence ALTER COLUMN first_scan_id DROP NOT NULL;
ALTER TABLE presence ALTER COLUMN first_at DROP NOT NULL;
ALTER TABLE presence ADD COLUMN last_scan_id TEXT NOT NULL;
ALTER TABLE presence ADD COLUMN last_at TIMESTAMP NOT NULL;
ALTER TABLE presence ADD COLUMN since_scan_id TEXT;
ALTER TABLE presence ADD COLUMN since_at TIMESTAMP;
ALTER TABLE presence ADD CHECK ((first_scan_id IS NULL) = (first_at IS NULL));
ALTER TABLE presence ADD CHECK ((since_scan_id IS NULL) = (since_at IS NULL));
ALTER TABLE presence ADD CHECK (inside = (since_scan_id IS NOT NULL));
ALTER TABLE presence ADD CHECK (NOT inside OR first_scan_id IS NOT NULL);
INSERT INTO presence (checkpoint_id, registration_id, forum_id, first_scan_id, first_at, inside, last_scan_id, last_at,
    since_scan_id, since_at)
WITH passage AS (
    SELECT forum_id, checkpoint_id, registration_id, id, scanned_at, happened_at, direction,
        ROW_NUMBER() OVER (PARTITION BY checkpoint_id, registration_id
            ORDER BY happened_at DESC, scanned_at DESC, id DESC) AS from_the_end,
        ROW_NUMBER() OVER (PARTITION BY checkpoint_id, registration_id, direction
            ORDER BY happened_at, scanned_at, id) AS of_its_direction,
        SUM(CASE direction WHEN 'out' THEN 1 ELSE 0 END) OVER (PARTITION BY checkpoint_id, registration_id
            ORDER BY happened_at DESC, scanned_at DESC, id DESC ROWS UNBOUNDED PRECEDING) AS left_later
    FROM scan WHERE counts
),
entrance AS (
    SELECT checkpoint_id, registration_id, id, scanned_at,
        ROW_NUMBER() OVER (PARTITION BY checkpoint_id, registration_id
            ORDER BY happened_at, scanned_at, id) AS of_the_visit
    FROM passage WHERE direction = 'in' AND left_later = 0
)
SELECT latest.checkpoint_id, latest.registration_id, latest.forum_id, earliest.id, earliest.scanned_at,
    latest.direction = 'in', latest.id, latest.happened_at, entrance.id, entrance.scanned_at
FROM passage AS latest
LEFT JOIN passage AS earliest ON earliest.checkpoint_id = latest.checkpoint_id
    AND earliest.registration_id = latest.registration_id
    AND earliest.direction = 'in' AND earliest.of_its_direction = 1
LEFT JOIN entrance ON entrance.checkpoint_id = latest.checkpoint_id
    AND entrance.registration_id = latest.registration_id AND entrance.of_the_visit = 1
WHERE latest.from_the_end = 1;

-- Whoever was turned away though the desk would have let them in stands on the board too.
INSERT INTO conflict (forum_id, checkpoint_id, registration_id, scan_id, found_at)
SELECT forum_id, checkpoint_id, registration_id, id, received_at FROM scan
WHERE undone_at IS NULL AND verdict IN ('admitted', 'already_in', 'left')
    AND told NOT IN ('admitted', 'already_in', 'left')
    AND NOT EXISTS (SELECT 1 FROM conflict WHERE conflict.forum_id = scan.forum_id AND conflict.scan_id = scan.id);
CREATE INDEX conflict_by_earlier ON conflict (forum_id, earlier_scan_id) WHERE looked_at IS NULL;

-- What passing a checkpoint means: a day at the forum, being in the hall, or neither, as on a bus.
ALTER TABLE checkpoint ADD COLUMN kind TEXT NOT NULL DEFAULT 'attendance'
    CHECK (kind IN ('attendance', 'entry', 'neither'));
