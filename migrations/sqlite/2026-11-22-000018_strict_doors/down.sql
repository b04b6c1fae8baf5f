ALTER TABLE forum DROP COLUMN strict_doors;
