-- What the hall's figure does not know yet: which way a device is turned, and how many it holds back at each of its
-- checkpoints who may have come in or gone out. Both are null where it does not tell them apart.
ALTER TABLE device ADD COLUMN direction TEXT CHECK (direction IN ('in', 'out'));
-- The forum's turn at its last word: by the changes since then its list may be an older one.
ALTER TABLE device ADD COLUMN told_turn BIGINT;
ALTER TABLE device_checkpoint ADD COLUMN entries INTEGER CHECK (entries >= 0);
ALTER TABLE device_checkpoint ADD COLUMN exits INTEGER CHECK (exits >= 0);

-- Whether somebody may have come in, or gone out, by what is kept.
ALTER TABLE kept_request ADD COLUMN entries INTEGER NOT NULL DEFAULT 0 CHECK (entries IN (0, 1));
ALTER TABLE kept_request ADD COLUMN exits INTEGER NOT NULL DEFAULT 0 CHECK (exits IN (0, 1));
UPDATE kept_request SET entries = 1
 WHERE (kind = 'scan' AND request NOT LIKE '%"direction":"out"%') OR (kind = 'act' AND request LIKE '%"do":"undo"%');
UPDATE kept_request SET exits = 1
 WHERE (kind = 'scan' AND request NOT LIKE '%"direction":"in"%') OR (kind = 'act' AND request LIKE '%"do":"undo"%');
