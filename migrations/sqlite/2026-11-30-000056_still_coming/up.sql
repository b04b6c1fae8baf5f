-- After how many days who has a place and has not opened the own page is asked whether they come; empty: nobody is.
ALTER TABLE forum ADD COLUMN asks_after INTEGER CHECK (asks_after > 0);
-- When the own page was first opened, and when its person was asked.
ALTER TABLE registration ADD COLUMN opened_at TIMESTAMP;
ALTER TABLE registration ADD COLUMN asked_at TIMESTAMP;
