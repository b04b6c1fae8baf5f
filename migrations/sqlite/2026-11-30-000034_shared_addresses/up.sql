-- The name as it is compared: folded, its words in order. Empty for who registered before this was kept, until the
-- program that folds names has filled it in at its start; of these no two of a forum have one address.
ALTER TABLE registration ADD COLUMN name_folded TEXT NOT NULL DEFAULT '';
-- One live registration per forum, address and name: an office's people share its mailbox.
CREATE UNIQUE INDEX registration_live_person ON registration (forum_id, email_folded, name_folded) WHERE state <> 'withdrawn';
DROP INDEX registration_live_email;
