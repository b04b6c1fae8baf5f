ALTER TABLE registration DROP COLUMN invite_again;
