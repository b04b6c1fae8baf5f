CREATE UNIQUE INDEX registration_live_email ON registration (forum_id, email_folded) WHERE state <> 'withdrawn';
DROP INDEX registration_live_person;
ALTER TABLE registration DROP COLUMN name_folded;
