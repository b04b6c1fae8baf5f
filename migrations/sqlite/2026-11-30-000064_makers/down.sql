DROP INDEX account_link_made_by;
DROP INDEX account_access_given_by;
DROP INDEX device_paired_by;
DROP INDEX device_made_by;
ALTER TABLE account_link DROP COLUMN made_by;
ALTER TABLE account_access DROP COLUMN given_at;
ALTER TABLE account_access DROP COLUMN given_by;
ALTER TABLE device DROP COLUMN paired_by;
ALTER TABLE device DROP COLUMN made_by;
