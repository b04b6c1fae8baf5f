-- By what the link to a person's own page is found: SHA-256 in hex. Empty until the program has sealed the link beside
-- it, which it does before it serves anybody: it alone has the key.
ALTER TABLE registration ADD COLUMN link_hash TEXT;
CREATE UNIQUE INDEX registration_link_hash ON registration (link_hash);
