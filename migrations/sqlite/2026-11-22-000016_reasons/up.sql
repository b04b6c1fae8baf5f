-- Why the door refused, as it was then: a scan that is sent again gets the same answer again.
ALTER TABLE scan ADD COLUMN reason TEXT;
