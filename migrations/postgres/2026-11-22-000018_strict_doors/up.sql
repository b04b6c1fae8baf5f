-- Whether phones at the doors hold entries that open with a badge's code alone, and no list of names.
ALTER TABLE forum ADD COLUMN strict_doors BOOLEAN NOT NULL DEFAULT FALSE;
