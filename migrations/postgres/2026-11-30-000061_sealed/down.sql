DROP INDEX registration_link_hash;
ALTER TABLE registration DROP COLUMN link_hash;
